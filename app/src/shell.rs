//! The frame of the house: every page path on one screen, the document around a page, and the counter where forms arrive.

use std::sync::Arc;

use axum::Router;

use crate::{
    awards,
    base::{
        ctx::Viewer,
        problem::{Answer, Problem},
        roles::{Action, Reach},
        site::Site,
        visit::{PageFn, Visit},
    },
    calendar, home, letters, people, showcase, venues, voting, workshops,
};

mod counter;
mod document;
mod download;
mod feeds;
mod kept;
mod letter;
mod sent;
mod serve;

/// Boxes an async page function.
macro_rules! page {
    ($path:path) => {{
        fn answer<'a>(
            v: &'a mut Visit,
        ) -> std::pin::Pin<Box<dyn Future<Output = crate::base::problem::Answer<crate::base::visit::Reply>> + Send + 'a>> {
            Box::pin(async move { Ok($path(v).await?.into()) })
        }
        answer as PageFn
    }};
}

/// Who may open a page at all; what they may see on it their acts decide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gate {
    Anyone,
    SignedIn,
    /// Whoever reaches at least so far in this row of the role table.
    May(Action, Reach),
}

impl Gate {
    /// Lets a viewer through, sends a stranger to sign in, or refuses.
    pub fn open(self, viewer: &Viewer) -> Answer<()> {
        match self {
            Gate::Anyone => Ok(()),
            Gate::May(action, least) if viewer.reach(action) >= least => Ok(()),
            Gate::SignedIn if viewer.me().is_some() => Ok(()),
            _ if viewer.me().is_none() => Err(Problem::sign_in()),
            _ => Err(Problem::forbidden()),
        }
    }
}

const REGISTER: Gate = Gate::May(Action::Register, Reach::Own);
const COORDINATE: Gate = Gate::May(Action::Endorse, Reach::Own);
const LOOK_INSIDE: Gate = Gate::May(Action::RunWorkshops, Reach::Read);
const CHECK: Gate = Gate::May(Action::Shortlist, Reach::Read);
const SET_UP: Gate = Gate::May(Action::SetUpSchemes, Reach::All);
const ENTER: Gate = Gate::May(Action::EnterAwards, Reach::Own);
const PANEL: Gate = Gate::May(Action::Deliberate, Reach::Read);
const PLAN: Gate = Gate::May(Action::PlanStops, Reach::All);
const ON_DUTY: Gate = Gate::May(Action::RunPolls, Reach::Read);
const RUN_POLL: Gate = Gate::May(Action::RunPolls, Reach::All);
const FILE: Gate = Gate::May(Action::FileActivities, Reach::Own);
const PLACE: Gate = Gate::May(Action::PlaceActivities, Reach::Read);
const RUN: Gate = Gate::May(Action::RunWorkshops, Reach::All);

/// Every page: its address without the language, who may open it, what answers. Static parts win over parts in braces.
pub fn pages() -> Vec<(&'static str, Gate, PageFn)> {
    use Gate::{Anyone, May, SignedIn};
    vec![
        ("", Anyone, page!(home::pages::front)),
        ("/desk", SignedIn, page!(home::pages::desk)),
        ("/about/{topic}", Anyone, page!(home::pages::about)),
        ("/sign-in", Anyone, page!(people::pages::sign_in)),
        ("/password", Anyone, page!(people::pages::forget_password)),
        ("/password/{token}", Anyone, page!(people::pages::choose_password)),
        ("/account", SignedIn, page!(people::pages::account)),
        ("/account/letters", SignedIn, page!(letters::pages::own)),
        ("/letters/{token}", Anyone, page!(letters::pages::why)),
        ("/letters/reminders", May(Action::WriteLetters, Reach::Read), page!(letters::pages::reminders)),
        ("/letters/kinds", May(Action::WriteLetters, Reach::Read), page!(letters::pages::kinds)),
        ("/letters/kinds/{kind}", May(Action::WriteLetters, Reach::Read), page!(letters::pages::kind)),
        ("/people", May(Action::Administer, Reach::Own), page!(people::pages::directory)),
        ("/venues", Anyone, page!(venues::pages::venues)),
        ("/venues/{code}", Anyone, page!(venues::pages::venue)),
        ("/workshops", Anyone, page!(workshops::pages::catalogue)),
        ("/workshops/{code}", Anyone, page!(workshops::pages::workshop)),
        ("/workshops/{code}/calendar", Anyone, page!(workshops::pages::calendar)),
        ("/workshops/{code}/register", REGISTER, page!(workshops::pages::register)),
        ("/workshops/{code}/evaluate", REGISTER, page!(workshops::pages::evaluate)),
        ("/attend/{code}/{token}", REGISTER, page!(workshops::pages::attend)),
        ("/records/{code}", Anyone, page!(workshops::pages::record)),
        ("/records/{code}/paper", SignedIn, page!(workshops::pages::record_paper)),
        ("/registrations", SignedIn, page!(workshops::pages::registrations)),
        ("/registrations/{reference}", SignedIn, page!(workshops::pages::registration)),
        ("/department", COORDINATE, page!(workshops::pages::department)),
        ("/department/list", COORDINATE, page!(workshops::pages::department_list)),
        ("/department/calendar", COORDINATE, page!(workshops::pages::department_calendar)),
        ("/department/enrol", COORDINATE, page!(workshops::pages::enrol)),
        ("/organise", LOOK_INSIDE, page!(workshops::pages::organise)),
        ("/organise/new", RUN, page!(workshops::pages::draft)),
        ("/organise/{code}", LOOK_INSIDE, page!(workshops::pages::manage)),
        ("/organise/{code}/edit", RUN, page!(workshops::pages::edit)),
        ("/organise/{code}/door", LOOK_INSIDE, page!(workshops::pages::door)),
        ("/organise/{code}/door/code", LOOK_INSIDE, page!(workshops::pages::door_code)),
        ("/organise/{code}/sheet", LOOK_INSIDE, page!(workshops::pages::sheet)),
        ("/organise/{code}/people", LOOK_INSIDE, page!(workshops::pages::people_list)),
        ("/organise/{code}/results", LOOK_INSIDE, page!(workshops::pages::results)),
        ("/awards", Anyone, page!(awards::pages::schemes)),
        ("/awards/new", SET_UP, page!(awards::pages::new_scheme)),
        ("/awards/pledges", CHECK, page!(awards::pages::pledges)),
        ("/awards/{code}", Anyone, page!(awards::pages::scheme)),
        ("/awards/{code}/setup", SET_UP, page!(awards::pages::edit_scheme)),
        ("/awards/{code}/desk", CHECK, page!(awards::pages::scheme_desk)),
        ("/awards/{code}/evidence", May(Action::TakeEvidence, Reach::Read), page!(awards::pages::evidence_pack)),
        ("/awards/{code}/entries", Anyone, page!(awards::pages::gallery)),
        ("/awards/{code}/panels", May(Action::PrintPanels, Reach::Read), page!(awards::pages::panels)),
        ("/awards/{code}/results", Anyone, page!(awards::pages::results)),
        ("/awards/{code}/results/calendar", Anyone, page!(awards::pages::results_calendar)),
        ("/awards/{code}/citation/{entry}", Anyone, page!(awards::pages::citation)),
        ("/judging", PANEL, page!(awards::pages::rounds)),
        ("/judging/invited/{token}", Anyone, page!(awards::pages::invited)),
        ("/judging/{scheme}", PANEL, page!(awards::pages::my_round)),
        ("/judging/{scheme}/panel", PANEL, page!(awards::pages::judging_panel)),
        ("/judging/{scheme}/votes", May(Action::CertifyVotes, Reach::Read), page!(awards::pages::judging_votes)),
        ("/judging/{scheme}/table", PANEL, page!(awards::pages::judging_table)),
        ("/judging/{scheme}/{entry}", May(Action::Judge, Reach::Own), page!(awards::pages::judging_sheet)),
        ("/entries", SignedIn, page!(awards::pages::my_entries)),
        ("/entries/{code}", Anyone, page!(awards::pages::entry)),
        ("/entries/{code}/files/{id}", Anyone, page!(awards::pages::entry_file)),
        ("/entries/{code}/dossier", SignedIn, page!(awards::pages::dossier)),
        ("/entries/{code}/edit", ENTER, page!(awards::pages::edit_entry)),
        ("/kiosk/{device}", Anyone, page!(voting::pages::kiosk)),
        ("/exhibitions", Anyone, page!(voting::pages::exhibitions)),
        ("/exhibitions/new", PLAN, page!(voting::pages::new_stop)),
        ("/exhibitions/{code}", Anyone, page!(voting::pages::stop)),
        ("/exhibitions/{code}/calendar", Anyone, page!(voting::pages::stop_calendar)),
        ("/exhibitions/{code}/edit", PLAN, page!(voting::pages::edit_stop)),
        ("/exhibitions/{code}/today", ON_DUTY, page!(voting::pages::today)),
        ("/exhibitions/{code}/paper", RUN_POLL, page!(voting::pages::paper)),
        ("/exhibitions/{code}/slips/{number}", RUN_POLL, page!(voting::pages::slips)),
        ("/vote", Anyone, page!(voting::pages::vote)),
        ("/vote/{step}", Anyone, page!(voting::pages::ballot)),
        ("/voting/{scheme}", Anyone, page!(voting::pages::public_record)),
        ("/voting/{scheme}/record", Anyone, page!(voting::pages::record_file)),
        ("/voting/{scheme}/checkpoints", Anyone, page!(voting::pages::checkpoints)),
        ("/voting/{scheme}/recount", Anyone, page!(voting::pages::recount)),
        ("/voting/{scheme}/count", May(Action::CertifyVotes, Reach::Read), page!(voting::pages::count)),
        ("/calendar", Anyone, page!(calendar::pages::calendar)),
        ("/calendar/subscribe", Anyone, page!(calendar::pages::subscribe)),
        ("/showcase", Anyone, page!(showcase::pages::showcase)),
        ("/showcase/event", May(Action::PlaceActivities, Reach::All), page!(showcase::pages::event_form)),
        ("/showcase/activities", FILE, page!(showcase::pages::activities)),
        ("/showcase/activities/new", FILE, page!(showcase::pages::new_activity)),
        ("/showcase/activities/sample", FILE, page!(showcase::pages::sample)),
        ("/showcase/activities/{code}", SignedIn, page!(showcase::pages::activity)),
        ("/showcase/activities/{code}/edit", FILE, page!(showcase::pages::edit_activity)),
        ("/showcase/proposals", PLACE, page!(showcase::pages::proposals)),
        ("/showcase/proposals/list", PLACE, page!(showcase::pages::list)),
        ("/showcase/programme", Anyone, page!(showcase::pages::programme)),
        ("/showcase/programme/changes", Anyone, page!(showcase::pages::changes)),
        ("/showcase/programme/print", Anyone, page!(showcase::pages::print)),
        ("/showcase/programme/{code}", Anyone, page!(showcase::pages::entry)),
        ("/showcase/event/move", PLACE, page!(showcase::pages::move_event)),
        ("/showcase/called/{name}", Anyone, page!(showcase::pages::called)),
        ("/showcase/my-plan", Anyone, page!(showcase::pages::my_plan)),
        ("/showcase/my-plan/calendar", Anyone, page!(showcase::pages::my_calendar)),
        ("/showcase/bookings/{token}", Anyone, page!(showcase::pages::booking)),
        ("/showcase/follow", Anyone, page!(showcase::pages::ask_to_follow)),
        ("/showcase/follow/{token}", Anyone, page!(showcase::pages::following)),
        ("/showcase/publish", PLACE, page!(showcase::pages::publish)),
        ("/showcase/venues", PLACE, page!(showcase::pages::venues)),
        ("/showcase/venues/{code}", PLACE, page!(showcase::pages::venue)),
        ("/showcase/board", PLACE, page!(showcase::pages::board)),
        ("/showcase/board/rules", PLACE, page!(showcase::pages::rules)),
        ("/showcase/board/plans", PLACE, page!(showcase::pages::plans)),
        ("/showcase/board/{code}/{session}", PLACE, page!(showcase::pages::session)),
        ("/outbox", May(Action::Administer, Reach::All), page!(letters::pages::letters)),
        ("/outbox/{id}", May(Action::Administer, Reach::All), page!(letters::pages::letter)),
        ("/audit", May(Action::KeepAudit, Reach::All), page!(home::pages::audit)),
    ]
}

/// The application as a router: pages in three languages, the counter, and the way in.
pub fn routes(site: Arc<Site>) -> Router {
    serve::router(site)
}
