//! What is counted, for those who run the server: requests by class and status, how long they took, letters waiting.
//!
//! No address, name or number of a person is ever a label, and labels come from short fixed lists.

use std::sync::{Arc, OnceLock};

use app::base::{outbox, site::Site};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

const SECONDS: &str = "accolade_request_seconds";
const BUCKETS: [f64; 12] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// What kind of address was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Page,
    Act,
    Calendar,
    Asset,
    Probe,
    Other,
}

impl Class {
    pub fn of(path: &str) -> Class {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or("");
        match first {
            "" | "en" | "tc" | "sc" => Class::Page,
            "api" => Class::Act,
            "cal" => Class::Calendar,
            "pkg" | "favicon.svg" | "robots.txt" => Class::Asset,
            "healthz" | "readyz" | "metrics" => Class::Probe,
            _ => Class::Other,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Class::Page => "page",
            Class::Act => "act",
            Class::Calendar => "calendar",
            Class::Asset => "asset",
            Class::Probe => "probe",
            Class::Other => "other",
        }
    }
}

/// The one recorder of this process; made when first asked for. `None` if another has taken its place.
fn handle() -> Option<&'static PrometheusHandle> {
    static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    let make = || {
        let builder = PrometheusBuilder::new().set_buckets_for_metric(Matcher::Full(SECONDS.into()), &BUCKETS).ok()?;
        let handle = builder.install_recorder().ok()?;
        metrics::describe_counter!("accolade_requests_total", "Requests answered, by class of address and by status.");
        metrics::describe_histogram!(SECONDS, "Time to answer, in seconds, by class of address.");
        metrics::describe_counter!("accolade_letters_total", "Letters handed to the mail server, by what became of them.");
        metrics::describe_gauge!("accolade_outbox_letters", "Letters waiting to be sent.");
        metrics::describe_gauge!("accolade_requests_in_flight", "Requests being answered now.");
        metrics::describe_gauge!("accolade_info", "1, with the version and the kind of database.");
        Some(handle)
    };
    HANDLE.get_or_init(make).as_ref()
}

/// Begins to count.
pub fn begin() {
    handle();
}

/// One request answered.
pub fn request(class: Class, status: u16, micros: u64) {
    metrics::counter!("accolade_requests_total", "class" => class.name(), "status" => status.to_string()).increment(1);
    // Exact far beyond any request: 2^53 microseconds are 285 years.
    metrics::histogram!(SECONDS, "class" => class.name()).record(micros as f64 / 1e6);
}

/// A letter sent, put off or given up.
pub fn letter(outcome: &'static str) {
    metrics::counter!("accolade_letters_total", "outcome" => outcome).increment(1);
}

/// Lets go of samples already summed; to be called every few seconds whether or not anybody reads.
pub fn upkeep() {
    if let Some(handle) = handle() {
        handle.run_upkeep();
    }
}

/// Everything counted, as Prometheus reads it.
pub async fn report(site: &Arc<Site>, in_flight: usize) -> String {
    metrics::gauge!("accolade_requests_in_flight").set(in_flight as f64);
    metrics::gauge!("accolade_info", "version" => env!("CARGO_PKG_VERSION"), "database" => site.db.kind()).set(1.0);
    // When the database does not answer the rest is still worth reading; /readyz says why.
    if let Ok(mut tx) = site.db.read().await
        && let Ok(waiting) = outbox::queued(&mut tx).await
    {
        metrics::gauge!("accolade_outbox_letters").set(waiting as f64);
    }
    handle().map(PrometheusHandle::render).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_falls_into_one_of_few_classes() {
        let classes = ["/", "/en", "/tc/workshops/PM-2002-3", "/api/workshops/ask", "/cal/x.ics", "/pkg/a.css", "/readyz", "/wp-admin"];
        let names: Vec<&str> = classes.into_iter().map(|path| Class::of(path).name()).collect();
        assert_eq!(names, ["page", "page", "page", "act", "calendar", "asset", "probe", "other"]);
    }
}
