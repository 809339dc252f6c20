//! Typed identifiers, one line each. A number here is random, never counted, and says nothing.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )*};
}

ids! {
    /// A human being, whatever post they hold.
    PersonId;
    /// A post in an organisation, held by one person after another.
    PostId;
    /// One request for places in a workshop: a single officer or a team.
    RegistrationId;
    /// One person within a registration.
    ParticipantId;
    /// A questionnaire put to one group of people.
    SurveyId;
    /// Something filed with an award entry.
    AttachmentId;
    /// The place of one judge on the panel of one scheme.
    SeatId;
    /// A letter in the outbox.
    LetterId;
}
