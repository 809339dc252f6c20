//! The demo's story told up to a moment, on a database of its own, with the clock held there: what tests over the router begin with.

use std::{collections::BTreeMap, sync::Arc};

use app::base::{
    files::Files,
    site::{Assets, Clock, Settings, Site},
    testing,
    time::Moment,
};
use tokio::sync::{Mutex, OnceCell};

/// What a story left behind: its database and its files, which are kept by their content and are never changed.
struct Story {
    database: Vec<u8>,
    files: Files,
}

/// By the address of the site and the moment.
type Stories = BTreeMap<(String, String), Arc<OnceCell<Story>>>;

/// A site reached at `public_url`, where it is `now`. A story is told once, and each who asks for it gets a copy.
pub async fn told(public_url: &str, now: &str) -> Arc<Site> {
    static STORIES: Mutex<Stories> = Mutex::const_new(BTreeMap::new());
    let story = STORIES.lock().await.entry((public_url.into(), now.into())).or_default().clone();
    let moment = Moment::parse(now).unwrap();
    let settings = Settings { public_url: public_url.into(), demo: true, assets: Assets::default(), secure: false };
    let story = story.get_or_init(|| tell(settings.clone(), moment)).await;
    server::site::build(testing::sqlite_of(&story.database).await.unwrap(), story.files.clone(), Clock::held(moment), settings, [7; 32])
}

async fn tell(settings: Settings, until: Moment) -> Story {
    let files = Files::memory();
    let site = server::site::build(testing::fresh_sqlite().await.unwrap(), files.clone(), Clock::held(until), settings, [7; 32]);
    server::demo::load(&site, until).await.unwrap();
    Story { database: testing::contents(&site.db).await.unwrap(), files }
}
