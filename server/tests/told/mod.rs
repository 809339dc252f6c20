//! The demo's story told up to a moment, on a database of its own, with the clock held there: what tests over the router begin with.

use std::sync::Arc;

use app::base::{
    files::Files,
    site::{Assets, Clock, Settings, Site},
    testing,
    time::Moment,
};

/// A site reached at `public_url`, where it is `now`.
pub async fn told(public_url: &str, now: &str) -> Arc<Site> {
    let now = Moment::parse(now).unwrap();
    let settings = Settings { public_url: public_url.into(), demo: true, assets: Assets::default(), secure: false };
    let site = server::site::build(testing::fresh_sqlite().await.unwrap(), Files::memory(), Clock::held(now), settings, [7; 32]);
    server::demo::load(&site, now).await.unwrap();
    site.clock.set(now);
    site
}
