//! Who may do what: the role table of the house, as data that every act and every page consults.

use serde::{Deserialize, Serialize};

/// The roles a post may carry, in the order of the table's columns. The public has no post and stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    Public,
    CivilServant,
    Coordinator,
    Organiser,
    Secretary,
    ExhibitionOfficer,
    Judge,
    Chair,
    Scheduler,
    Editor,
    ProgressOfficer,
    EnquiryOfficer,
    Auditor,
    Administrator,
}

impl Role {
    pub const ALL: [Role; 14] = [
        Role::Public,
        Role::CivilServant,
        Role::Coordinator,
        Role::Organiser,
        Role::Secretary,
        Role::ExhibitionOfficer,
        Role::Judge,
        Role::Chair,
        Role::Scheduler,
        Role::Editor,
        Role::ProgressOfficer,
        Role::EnquiryOfficer,
        Role::Auditor,
        Role::Administrator,
    ];

    /// The two letters under which roles are stored, imported and shown to officers.
    pub fn code(self) -> &'static str {
        const CODES: [&str; 14] = ["PU", "CS", "DC", "WO", "AS", "XO", "JU", "CH", "SH", "ED", "PO", "EQ", "AU", "AD"];
        CODES[self as usize]
    }

    pub fn of_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code().eq_ignore_ascii_case(code.trim()))
    }
}

/// A set of roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roles(u16);

impl Roles {
    pub fn of(roles: &[Role]) -> Roles {
        Roles(roles.iter().fold(0, |bits, role| bits | 1 << *role as u16))
    }

    /// Reads `CS;DC`. Codes nobody knows are left out.
    pub fn parse(text: &str) -> Roles {
        let roles: Vec<Role> = text.split([';', ',', ' ']).filter_map(Role::of_code).collect();
        Roles::of(&roles)
    }

    pub fn with(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }

    pub fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    pub fn each(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }
}

/// How far a role reaches: nothing, reading, its own organisation's affairs, or all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    Nothing,
    Read,
    Own,
    All,
}

/// The things the table speaks of, one row each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    ReadPublished,
    Register,
    Endorse,
    RunWorkshops,
    KeepVenues,
    DesignSurveys,
    SetUpSchemes,
    EnterAwards,
    Shortlist,
    CertifyVotes,
    Judge,
    Deliberate,
    Approve,
    PrintPanels,
    PlanStops,
    RunPolls,
    CastBallot,
    TakeEvidence,
    FileActivities,
    PlaceActivities,
    KeepAudit,
    Administer,
    /// Decides when the house reminds, and looks at what letters say.
    WriteLetters,
}

/// The table: a column for each of [`Role::ALL`]; `*` all, `o` own, `r` read, `-` nothing.
///
/// Rows for the Showcase and the rest join with their slices.
pub const TABLE: [(Action, &str); 23] = [
    //                       PU CS DC WO AS XO JU CH SH ED PO EQ AU AD
    (Action::ReadPublished, "* * * * * * * * * * * * * *"),
    (Action::Register, "- o o o o o - - o o o o - -"),
    (Action::Endorse, "- - o r - - - - - - - - r -"),
    (Action::RunWorkshops, "- - - * - - - - - - - - r -"),
    (Action::KeepVenues, "- - - r r r - - * - - - r *"),
    (Action::DesignSurveys, "- - o * * - - - * * * - r -"),
    (Action::SetUpSchemes, "- - - - * - - r - - - - r -"),
    (Action::EnterAwards, "- - o - r - - - - - - - r -"),
    (Action::Shortlist, "- - - - * - - * - - - - r -"),
    (Action::CertifyVotes, "- - - - * - - * - - - - r -"),
    (Action::Judge, "- - - - - - o o - - - - - -"),
    (Action::Deliberate, "- - - - r - r * - - - - r -"),
    (Action::Approve, "- - - - * - - - - - - - - -"),
    (Action::PrintPanels, "- - - - r r - - - - - - r -"),
    (Action::PlanStops, "- - - - * * - - r - - - r -"),
    (Action::RunPolls, "- - - - r * - - - - - - r -"),
    (Action::CastBallot, "* * * * * - - - * * * * * *"),
    (Action::TakeEvidence, "- - - - r - - - - - - - r -"),
    (Action::FileActivities, "- - o - - - - - r - - - r -"),
    (Action::PlaceActivities, "- - - - - - - - * - - - r -"),
    (Action::KeepAudit, "- o o - - - - - - - - - * -"),
    (Action::Administer, "- - o - - - - - - - - - r *"),
    (Action::WriteLetters, "- - - * * - - - * - - - r *"),
];

/// How far these roles reach in this action: the furthest of any of them.
pub fn reach(roles: Roles, action: Action) -> Reach {
    let row = TABLE.iter().find(|(it, _)| *it == action).map_or("", |(_, row)| row);
    row.split(' ')
        .zip(Role::ALL)
        .filter(|(_, role)| roles.has(*role))
        .map(|(cell, _)| match cell {
            "*" => Reach::All,
            "o" => Reach::Own,
            "r" => Reach::Read,
            _ => Reach::Nothing,
        })
        .max()
        .unwrap_or(Reach::Nothing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_has_a_cell_for_every_role() {
        for (action, row) in TABLE {
            assert_eq!(row.split(' ').count(), Role::ALL.len(), "{action:?}");
        }
    }

    #[test]
    fn two_posts_reach_as_far_as_the_further_of_them() {
        let both = Roles::of(&[Role::CivilServant, Role::Auditor]);
        assert_eq!(reach(both, Action::Register), Reach::Own);
        assert_eq!(reach(both, Action::RunWorkshops), Reach::Read);
        assert_eq!(reach(Roles::default(), Action::Register), Reach::Nothing);
    }

    #[test]
    fn roles_are_read_back_as_they_were_written() {
        let text: Vec<&str> = Roles::parse("CS;DC;xx").each().map(Role::code).collect();
        assert_eq!(text, ["CS", "DC"]);
    }
}
