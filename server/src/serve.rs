//! `accolade serve`: everything in order, from taking the address to letting go of it.
//!
//! The address is taken first (so that a second server fails at once and port 0 has a number), but nobody is let in before
//! all is ready. On SIGTERM nobody new is let in, what is in flight is finished, and within ten seconds it is over.

use std::{future::Future, net::SocketAddr, path::Path, sync::Arc, time::Duration};

use app::base::site::{Settings, Site};
use axum::serve::ListenerExt;
use tokio::{
    net::{TcpListener, TcpSocket},
    task::JoinSet,
};

use crate::{
    Outcome,
    assets::{self, Shelf},
    because,
    commands::say,
    config::{self, Serve},
    jobs,
    mailer::Mailer,
    meter,
    passage::Passage,
    router, site, stage,
    stop::{self, Stop},
};

/// For requests to finish; the workers and the database get what is left of ten seconds.
const FINISHING: Duration = Duration::from_secs(8);
const CLOSING: Duration = Duration::from_millis(750);

/// Serves until it is told to stop.
pub async fn serve(wish: Serve) -> Outcome<()> {
    let socket = take(&wish.addr).await?;
    let address = socket.local_addr().map_err(because("cannot learn the address"))?;
    let public_url = if wish.public_url.is_empty() { format!("http://{}", reachable(address)) } else { wish.public_url.clone() };
    let folder = assets::folder(&wish.site);
    say_how(&wish, address, &public_url, &folder);
    meter::begin();
    let shelf = Arc::new(Shelf::read(&folder));
    let secure = public_url.starts_with("https://");
    let settings = Settings { public_url, demo: false, assets: shelf.addresses.clone(), secure };
    let db = site::open(&wish.stage.base.database).await?;
    let files = site::files(&wish.stage.base.files())?;
    let site = stage::set(db, files, settings, wish.stage.demo, wish.stage.now).await?;
    let mailer = mailer(&wish)?;
    let passage = Arc::new(Passage::new(wish.proxy.clone(), secure, random()));
    let routes = router::router(&site, shelf, passage)?;

    let (end, stop) = stop::stop();
    tokio::spawn(async move {
        told_to_stop().await;
        end.send(true).ok();
    });
    let mut workers = JoinSet::new();
    workers.spawn(jobs::run(site.clone(), stop.clone()));
    if let Some(mailer) = mailer {
        workers.spawn(mailer.run(site.clone(), stop.clone()));
    }
    let listener = socket.listen(1024).map_err(because(format!("cannot listen on {address}")))?;
    say(format_args!("accolade: ready on http://{}", reachable(address)));
    let served = answer(listener, routes, stop).await;
    close(&site, workers).await;
    served
}

/// Takes an address without letting anybody in yet.
async fn take(addr: &str) -> Outcome<TcpSocket> {
    let mut found = tokio::net::lookup_host(addr).await.map_err(because(format!("{addr} is no address of this machine")))?;
    let address = found.next().ok_or_else(|| format!("{addr} is no address of this machine"))?;
    let what = || because::<std::io::Error>(format!("cannot take {address}"));
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }.map_err(what())?;
    // A port left a moment ago may be taken again at once.
    socket.set_reuseaddr(true).map_err(what())?;
    socket.bind(address).map_err(what())?;
    Ok(socket)
}

/// Where a browser on this machine finds it: "any address" is not one to go to.
fn reachable(address: SocketAddr) -> String {
    if address.ip().is_unspecified() { format!("127.0.0.1:{}", address.port()) } else { address.to_string() }
}

fn say_how(wish: &Serve, address: SocketAddr, public_url: &str, folder: &Path) {
    let smtp = if wish.smtp.trim().is_empty() { "none".to_owned() } else { config::redacted(&wish.smtp) };
    tracing::info!(
        version = env!("CARGO_PKG_VERSION"),
        %address,
        public_url,
        database = config::redacted(&wish.stage.base.database),
        demo = wish.stage.demo.0.map(|letter| letter.to_string()),
        files = wish.stage.base.files(),
        smtp,
        site = %folder.display(),
        "starting"
    );
}

fn mailer(wish: &Serve) -> Outcome<Option<Mailer>> {
    match wish.smtp.trim() {
        "" => Ok(None),
        smtp => Mailer::new(smtp, &wish.mail_from).map(Some),
    }
}

fn random() -> u32 {
    let mut raw = [0u8; 4];
    site::chance(&mut raw);
    u32::from_le_bytes(raw)
}

/// Answers requests until it is told to stop, and then those that have begun.
async fn answer(listener: TcpListener, routes: axum::Router, stop: Stop) -> Outcome<()> {
    // Answers are small and whole: waiting to fill a packet would only make them late.
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    let service = routes.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(stop.clone().wait());
    tokio::select! {
        served = serving => served.map_err(because("the server stopped")),
        () = overdue(stop) => {
            tracing::warn!("some requests did not finish in time");
            Ok(())
        }
    }
}

async fn overdue(stop: Stop) {
    stop.wait().await;
    tokio::time::sleep(FINISHING).await;
}

/// Ends the workers, remembers the demo's clock, lets go of the database.
async fn close(site: &Arc<Site>, workers: JoinSet<()>) {
    within(async { drop(workers.join_all().await) }, "the workers").await;
    if let Err(sentence) = stage::remember(site).await {
        tracing::warn!(sentence, "the demo's clock is not kept");
    }
    within(site.db.close(), "the database").await;
    tracing::info!("stopped");
}

async fn within(ending: impl Future<Output = ()>, what: &str) {
    if tokio::time::timeout(CLOSING, ending).await.is_err() {
        tracing::warn!(what, "not ended in time");
    }
}

/// SIGTERM, or Ctrl-C.
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = terminate.recv() => tracing::info!("told to stop"),
        done = tokio::signal::ctrl_c() => if done.is_ok() { tracing::info!("interrupted") },
    }
}
