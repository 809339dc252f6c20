//! The passage by itself, around handlers made to misbehave: what a panic, a crowd and a forwarded address come to.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo, middleware, routing::get};
use http::{Request, Response, StatusCode};
use server::{
    passage::{self, Passage},
    proxy::Proxies,
    router::panicked,
};
use tower::ServiceExt;
use tower_http::catch_panic::CatchPanicLayer;

async fn broken() -> String {
    let nothing: Vec<u8> = Vec::new();
    nothing[..].iter().map(|_| 1).max().unwrap().to_string()
}

async fn who(ConnectInfo(peer): ConnectInfo<SocketAddr>) -> String {
    peer.ip().to_string()
}

async fn slow() -> &'static str {
    tokio::time::sleep(Duration::from_secs(3_600)).await;
    "at last"
}

fn routes(proxies: &str) -> (Router, Arc<Passage>) {
    around(Passage::new(Proxies::parse(proxies).unwrap(), false, 1))
}

fn around(passage: Passage) -> (Router, Arc<Passage>) {
    let passage = Arc::new(passage);
    let routes = Router::new()
        .route("/en/broken", get(broken))
        .route("/tc/who", get(who))
        .route("/en/slow", get(slow))
        .route("/healthz", get(|| async { "ok" }))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(passage.clone(), passage::pass));
    (routes, passage)
}

async fn ask(routes: &Router, path: &str, forwarded: &str) -> Response<Body> {
    let peer: SocketAddr = "10.0.0.1:4000".parse().unwrap();
    let request = Request::builder().uri(path).header("x-forwarded-for", forwarded).extension(ConnectInfo(peer));
    routes.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(axum::body::to_bytes(response.into_body(), 100_000).await.unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn a_panic_is_an_answer_with_the_number_under_which_the_log_has_it() {
    let (routes, _) = routes("");
    let answer = ask(&routes, "/en/broken", "").await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let number = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
    assert!(text(answer).await.contains(&number));
}

#[tokio::test]
async fn the_application_learns_who_really_comes() {
    let (trusting, _) = routes("10.0.0.0/8");
    assert_eq!(text(ask(&trusting, "/tc/who", "198.51.100.1, 203.0.113.9").await).await, "203.0.113.9");
    let (wary, _) = routes("");
    assert_eq!(text(ask(&wary, "/tc/who", "203.0.113.9").await).await, "10.0.0.1");
}

#[tokio::test]
async fn nobody_waits_for_ever() {
    let (routes, _) = around(Passage::new(Proxies::default(), false, 1).patience(Duration::from_millis(20)));
    let answer = ask(&routes, "/en/slow", "").await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers()["retry-after"], "1");
}

#[tokio::test]
async fn a_crowd_is_asked_to_come_again_rather_than_to_queue() {
    let (routes, passage) = routes("");
    let mut crowd = tokio::task::JoinSet::new();
    for _ in 0..2_000 {
        let routes = routes.clone();
        crowd.spawn(async move { ask(&routes, "/en/slow", "").await });
    }
    while passage.in_flight() < 2_000 {
        tokio::task::yield_now().await;
    }
    let answer = ask(&routes, "/tc/who", "").await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers()["retry-after"], "1");
    assert_eq!(ask(&routes, "/healthz", "").await.status(), StatusCode::OK, "whoever looks after it still gets in");
    crowd.shutdown().await;
    assert_eq!(passage.in_flight(), 0);
    assert_eq!(ask(&routes, "/tc/who", "").await.status(), StatusCode::OK);
}
