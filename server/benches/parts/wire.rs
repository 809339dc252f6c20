//! What a first visit has to fetch, as it goes over the wire, heads and all; and the wasm by itself.

use std::{fs, path::Path};

use super::table::Table;
use crate::stand::{
    Done,
    child::Running,
    client::{Answered, Conn, get, post},
    place::Places,
};

/// Ten minutes before a workshop of the demo begins: its door is open, and with it the page with the largest island.
const NOW: &str = "2001-10-17T14:20:00+08:00";
const TAKES: &str = "Accept-Encoding: gzip, deflate, br\r\n";

pub async fn measure(places: &Places, table: &mut Table) -> Done<()> {
    let demo = places.fresh("SQLite").await?;
    let running = Running::server(&demo, &["--demo", "--now", NOW], &places.file("wire.log"))?;
    let mut conn = Conn::open(running.addr).await?;
    let front = fetch(&mut conn, "/en", TAKES).await?;
    let plain = String::from_utf8(fetch(&mut conn, "/en", "").await?.body)?;
    let mut bytes = front.wire;
    for address in linked(&plain, &["css", "svg"]) {
        bytes += fetch(&mut conn, &address, TAKES).await?.wire;
    }
    if plain.contains(".wasm") {
        return Err("the front page loads wasm".into());
    }
    table.aimed("first public page: HTML, CSS, icon, over the wire", kilobytes(bytes), "≤ 30 kB", bytes <= 30_000);

    let cookie = sign_in(&mut conn).await?;
    let door = door(&mut conn, &cookie).await?;
    let page = fetch(&mut conn, &door, &format!("{TAKES}{cookie}")).await?;
    let plain = String::from_utf8(fetch(&mut conn, &door, &cookie).await?.body)?;
    let parts = linked(&plain, &["css", "svg", "js", "wasm"]);
    if !parts.iter().any(|it| it.ends_with(".wasm")) {
        return Err(format!("{door} loads no wasm").into());
    }
    let (mut bytes, mut each) = (page.wire, format!("HTML {}", kilobytes(page.wire)));
    for address in parts {
        let wire = fetch(&mut conn, &address, TAKES).await?.wire;
        let kind = address.rsplit_once('.').map_or("", |(_, end)| end);
        each += &format!(", {kind} {}", kilobytes(wire));
        bytes += wire;
    }
    table.aimed("first page with an island (the door), the same with JS and wasm", kilobytes(bytes), "≤ 130 kB", bytes <= 130_000);
    table.plain("of these", each);
    let (raw, packed) = wasm()?;
    table.plain("wasm, as built and as sent", format!("{}, {}", kilobytes(raw), kilobytes(packed)));
    running.stop()
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1e3)
}

async fn fetch(conn: &mut Conn, address: &str, headers: &str) -> Done<Answered> {
    let answer = conn.ask(&get(address, headers)).await?;
    if answer.status == 200 { Ok(answer) } else { Err(format!("{address} answers {}", answer.status).into()) }
}

/// Every address of these kinds that a page names, once.
fn linked(html: &str, kinds: &[&str]) -> Vec<String> {
    let is_ours = |it: &&str| it.starts_with('/') && kinds.iter().any(|kind| it.rsplit_once('.').is_some_and(|(_, end)| end == *kind));
    let mut found: Vec<String> = html.split(['"', '\'', '`', '(', ')']).filter(is_ours).map(Into::into).collect();
    found.sort();
    found.dedup();
    found
}

/// The organiser's session, as a header.
async fn sign_in(conn: &mut Conn) -> Done<String> {
    let answer = conn.ask(&post("/api/people/sign-in-as", "", "persona=organiser")).await?;
    let cookie = answer.head.lines().filter_map(|line| line.strip_prefix("set-cookie: ")).find(|it| it.starts_with("accolade="));
    let cookie = cookie.and_then(|it| it.split(';').next()).ok_or("no session")?;
    Ok(format!("Cookie: {cookie}\r\n"))
}

/// The first door of the organiser's workshops that opens.
async fn door(conn: &mut Conn, cookie: &str) -> Done<String> {
    let list = String::from_utf8(fetch(conn, "/en/organise", cookie).await?.body)?;
    let mut codes: Vec<&str> = list.split("/en/organise/").skip(1).filter_map(|it| it.split(['"', '/', '?', '\'']).next()).collect();
    codes.sort_unstable();
    codes.dedup();
    for code in codes {
        let door = format!("/en/organise/{code}/door");
        let answer = conn.ask(&get(&door, cookie)).await?;
        if answer.status == 200 && String::from_utf8(answer.body)?.contains(".wasm") {
            return Ok(door);
        }
    }
    Err("no door opens".into())
}

/// Bytes of the wasm as built and as sent.
fn wasm() -> Done<(usize, usize)> {
    let site = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/site"));
    let hashes = fs::read_to_string(site.join("hash.txt"))?;
    let hash = hashes.lines().find_map(|line| line.strip_prefix("accolade.wasm:")).ok_or("no wasm")?.trim();
    let size = |end: &str| Done::Ok(usize::try_from(fs::metadata(site.join(format!("accolade.{hash}.wasm{end}")))?.len())?);
    Ok((size("")?, size(".br")?))
}
