//! A small HTTP/1.1 client on one connection that is kept: write, read the head, read as much as it says.
//!
//! It exists so that little of what is measured is the client's own work. No TLS, no redirects, nothing decompressed.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use server::clock::Stopwatch;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};

use super::Done;

/// One answer, whole.
pub struct Answered {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
    /// Bytes that came over the wire, head and all.
    pub wire: usize,
}

impl Answered {
    pub fn header(&self, name: &str) -> Option<&str> {
        value_of(&self.head, name)
    }
}

/// A connection that is kept.
pub struct Conn {
    stream: TcpStream,
    bytes: Vec<u8>,
}

impl Conn {
    pub async fn open(addr: SocketAddr) -> Done<Conn> {
        let stream = TcpStream::connect(addr).await?;
        stream.set_nodelay(true)?;
        Ok(Conn { stream, bytes: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a request and reads its answer into the buffer: where the head ends, and the status.
    async fn exchange(&mut self, request: &[u8]) -> Done<(usize, u16)> {
        self.bytes.clear();
        self.stream.write_all(request).await?;
        let head = loop {
            if let Some(at) = find(&self.bytes, b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await?;
        };
        let text = std::str::from_utf8(&self.bytes[..head])?;
        let status: u16 = text.get(9..12).ok_or("no status line")?.parse()?;
        let length = value_of(text, "content-length").map(str::parse::<usize>).transpose()?;
        let chunked = value_of(text, "transfer-encoding").is_some_and(|it| it.contains("chunked"));
        if chunked {
            while !self.bytes.ends_with(b"\r\n0\r\n\r\n") && self.bytes[head..] != *b"0\r\n\r\n" {
                self.more().await?;
            }
        } else if status != 304 && status != 204 {
            let end = head + length.unwrap_or(0);
            while self.bytes.len() < end {
                self.more().await?;
            }
        }
        Ok((head, status))
    }

    async fn more(&mut self) -> Done<()> {
        if self.stream.read_buf(&mut self.bytes).await? == 0 {
            return Err("the server hung up".into());
        }
        Ok(())
    }

    /// Sends a request and keeps nothing of the answer but its status.
    pub async fn status(&mut self, request: &[u8]) -> Done<u16> {
        Ok(self.exchange(request).await?.1)
    }

    /// Sends a request and keeps the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> Done<Answered> {
        let (head, status) = self.exchange(request).await?;
        let text = String::from_utf8(self.bytes[..head].to_vec())?;
        let raw = &self.bytes[head..];
        let chunked = value_of(&text, "transfer-encoding").is_some_and(|it| it.contains("chunked"));
        let body = if chunked { unchunked(raw)? } else { raw.to_vec() };
        Ok(Answered { status, head: text, body, wire: self.bytes.len() })
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// A header of a head, by its name in small letters, as hyper writes them.
pub fn value_of<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.split("\r\n").skip(1).find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim)
}

fn unchunked(mut raw: &[u8]) -> Done<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = find(raw, b"\r\n").ok_or("a chunk without its length")?;
        let length = usize::from_str_radix(std::str::from_utf8(&raw[..line])?.trim(), 16)?;
        if length == 0 {
            return Ok(body);
        }
        body.extend_from_slice(&raw[line + 2..line + 2 + length]);
        raw = &raw[line + 4 + length..];
    }
}

/// A request for a page, with headers of one's own, each ended with `\r\n`.
pub fn get(path: &str, headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: accolade\r\n{headers}\r\n").into_bytes()
}

/// A form, with headers of one's own.
pub fn post(path: &str, headers: &str, form: &str) -> Vec<u8> {
    let length = form.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: accolade\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {length}\r\n{headers}\r\n{form}"
    )
    .into_bytes()
}

/// Asks one thing once.
pub async fn once(addr: SocketAddr, request: &[u8]) -> Done<Answered> {
    Conn::open(addr).await?.ask(request).await
}

/// How many answers of the status that was wanted came in how many seconds.
pub struct Load {
    pub answers: u64,
    pub seconds: f64,
}

/// Asks the same over so many connections for so long; any other status is an error.
pub async fn load(addr: SocketAddr, request: &[u8], status: u16, connections: usize, during: Duration) -> Done<Load> {
    let request: Arc<[u8]> = request.into();
    let mut all = JoinSet::new();
    let watch = Stopwatch::start();
    for _ in 0..connections {
        let request = request.clone();
        all.spawn(async move {
            let mut conn = Conn::open(addr).await?;
            let mut answers = 0;
            while u128::from(watch.micros()) < during.as_micros() {
                let got = conn.status(&request).await?;
                if got != status {
                    return Err(format!("{got} instead of {status}").into());
                }
                answers += 1;
            }
            Done::Ok(answers)
        });
    }
    let mut answers = 0;
    while let Some(one) = all.join_next().await {
        answers += one??;
    }
    Ok(Load { answers, seconds: watch.micros() as f64 / 1e6 })
}
