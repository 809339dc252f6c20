//! The frame of the house: every page path on one screen, the document around a page, and the counter where forms arrive.

use std::sync::Arc;

use axum::Router;

use crate::{
    base::{
        site::Site,
        visit::{PageFn, Visit},
    },
    home, people, venues, workshops,
};

mod counter;
mod document;
mod kept;
mod serve;

/// Boxes an async page function.
macro_rules! page {
    ($path:path) => {{
        fn answer<'a>(v: &'a mut Visit) -> std::pin::Pin<Box<dyn Future<Output = crate::base::problem::Answer<crate::base::visit::Reply>> + Send + 'a>> {
            Box::pin(async move { Ok($path(v).await?.into()) })
        }
        answer as PageFn
    }};
}

/// Every page, by its address without the language. Static parts win over parts in braces.
pub fn pages() -> Vec<(&'static str, PageFn)> {
    vec![
        ("", page!(home::pages::front)),
        ("/desk", page!(home::pages::desk)),
        ("/about/{topic}", page!(home::pages::about)),
        ("/sign-in", page!(people::pages::sign_in)),
        ("/password", page!(people::pages::forget_password)),
        ("/password/{token}", page!(people::pages::choose_password)),
        ("/account", page!(people::pages::account)),
        ("/people", page!(people::pages::directory)),
        ("/venues", page!(venues::pages::venues)),
        ("/venues/{code}", page!(venues::pages::venue)),
        ("/workshops", page!(workshops::pages::catalogue)),
        ("/workshops/{code}", page!(workshops::pages::workshop)),
        ("/workshops/{code}/calendar", page!(workshops::pages::calendar)),
        ("/workshops/{code}/register", page!(workshops::pages::register)),
        ("/workshops/{code}/evaluate", page!(workshops::pages::evaluate)),
        ("/attend/{code}/{token}", page!(workshops::pages::attend)),
        ("/records/{code}", page!(workshops::pages::record)),
        ("/records/{code}/paper", page!(workshops::pages::record_paper)),
        ("/registrations", page!(workshops::pages::registrations)),
        ("/registrations/{reference}", page!(workshops::pages::registration)),
        ("/department", page!(workshops::pages::department)),
        ("/department/list", page!(workshops::pages::department_list)),
        ("/department/calendar", page!(workshops::pages::department_calendar)),
        ("/department/enrol", page!(workshops::pages::enrol)),
        ("/organise", page!(workshops::pages::organise)),
        ("/organise/new", page!(workshops::pages::draft)),
        ("/organise/{code}", page!(workshops::pages::manage)),
        ("/organise/{code}/edit", page!(workshops::pages::edit)),
        ("/organise/{code}/door", page!(workshops::pages::door)),
        ("/organise/{code}/door/code", page!(workshops::pages::door_code)),
        ("/organise/{code}/sheet", page!(workshops::pages::sheet)),
        ("/organise/{code}/people", page!(workshops::pages::people_list)),
        ("/organise/{code}/results", page!(workshops::pages::results)),
        ("/outbox", page!(home::pages::outbox)),
        ("/outbox/{id}", page!(home::pages::letter)),
        ("/audit", page!(home::pages::audit)),
    ]
}

/// The application as a router: pages in three languages, the counter, and the way in.
pub fn routes(site: Arc<Site>) -> Router {
    serve::router(site)
}
