//! What the whole server does, seen from outside: one program for all of it, since each would carry the whole house again – a quarter
//! of a gigabyte and half a minute of linking.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that panics has failed")]

mod asked;
mod calendars;
mod clients;
mod embargo;
mod http;
mod judging;
mod kill;
mod kill_votes;
mod letters;
mod outage;
mod passage;
mod role_table;
mod roles;
mod schedule;
mod standings;
mod subscription;
mod told;
mod uploads;

// The stand of the measurements ends and starts servers too.
#[path = "../../benches/parts/fire.rs"]
#[allow(dead_code, reason = "the measurements use the rest of it")]
mod fire;
#[path = "../../benches/stand/mod.rs"]
#[allow(dead_code, reason = "the measurements use the rest of it")]
mod stand;
#[path = "../../benches/parts/table.rs"]
#[allow(dead_code, reason = "the measurements use it")]
mod table;
