//! What a browser sent to the counter: typed fields and files, in whichever of three ways they came.
//!
//! It is read in full before anything is opened or decided, so a slow or broken line holds up nobody but its own request. What is
//! too much is still read to its end, and let go: a browser listens only when it has said all.

use std::{collections::BTreeMap, future::poll_fn, pin::Pin, sync::Arc};

use axum::{
    body::{Body, Bytes, HttpBody},
    http::{HeaderMap, HeaderName, StatusCode, header},
};
use multer::{Field, Multipart};

use super::serve::urlencode;
use crate::base::{
    files::{FILE_SIZE, FORM_SIZE, Upload, Uploads, too_large},
    problem::{Kind, Problem},
};

/// The most bytes of typed text; files of the bulk import travel in a text field.
const TEXT: usize = 1_000_000;

/// What came.
#[derive(Default)]
pub(super) struct Sent {
    /// The fields as a server function reads them.
    pub form: String,
    /// Every field by its name as it stands in the form, brackets and all.
    pub typed: BTreeMap<String, String>,
    pub uploads: Uploads,
    /// It is a form that may bring files.
    pub multipart: bool,
    /// It could not be read to its end, or holds too much. What was typed is there all the same.
    pub problem: Option<Problem>,
}

/// Reads a body; files only for those from whom any are taken.
pub(super) async fn read(headers: &HeaderMap, body: Body, files: bool) -> Result<Sent, StatusCode> {
    let kind = said(headers, header::CONTENT_TYPE).unwrap_or("application/x-www-form-urlencoded");
    if kind.starts_with("multipart/form-data") {
        let boundary = multer::parse_boundary(kind).map_err(|_| StatusCode::BAD_REQUEST)?;
        let files = if files { FORM_SIZE as usize } else { 0 };
        let (start, end) = hear(body, files + TEXT).await;
        let parts = Multipart::new(Body::from(start).into_data_stream(), boundary);
        return Ok(Reading { end, text: TEXT, files, uploads: BTreeMap::new(), sent: Sent::default() }.all(parts).await);
    }
    if said(headers, header::CONTENT_LENGTH).and_then(|length| length.parse().ok()).is_some_and(|length: usize| length > TEXT) {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    let body = axum::body::to_bytes(body, TEXT).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    let form = form(kind, &body)?;
    Ok(Sent { typed: fields(&form), form, ..Sent::default() })
}

fn said(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// How a body ended.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Whole,
    /// The line broke.
    Broken,
    /// It was longer than is kept.
    Beyond,
}

/// Hears a body to its end, and keeps its start.
async fn hear(mut body: Body, most: usize) -> (Vec<u8>, End) {
    let (mut start, mut end) = (Vec::new(), End::Whole);
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let Ok(frame) = frame else { return (start, if end == End::Whole { End::Broken } else { end }) };
        let chunk = frame.into_data().unwrap_or_default();
        let fits = chunk.len().min(most - start.len());
        start.extend_from_slice(&chunk[..fits]);
        if fits < chunk.len() {
            end = End::Beyond;
        }
    }
    (start, end)
}

/// A form with files, part by part, and how much more of it is taken.
struct Reading {
    end: End,
    text: usize,
    files: usize,
    uploads: BTreeMap<String, Upload>,
    sent: Sent,
}

impl Reading {
    async fn all(mut self, mut parts: Multipart<'static>) -> Sent {
        let broken = || Problem::form("problem-form");
        loop {
            let read = match parts.next_field().await {
                Ok(Some(field)) => self.part(field).await,
                Ok(None) => break,
                Err(_) => Err(broken()),
            };
            if let Err(problem) = read {
                self.sent.problem.get_or_insert(problem);
                break;
            }
        }
        let uploads = Uploads(Arc::new(self.uploads));
        Sent { uploads, multipart: true, ..self.sent }
    }

    /// Reads one part. What is wrong with it alone is written down, and the next one can still be read.
    async fn part(&mut self, field: Field<'static>) -> Result<(), Problem> {
        let name = field.name().unwrap_or("").to_owned();
        // Browsers write a quotation mark in a name so.
        let file = field.file_name().map(|file| file.replace("%22", "\""));
        let too_much = || file.as_deref().map_or_else(|| Problem::new(Kind::Large, "problem-413-title"), too_large).on(name.as_str());
        let bytes = field.bytes().await.map_err(|_| match self.end {
            End::Beyond => too_much(),
            _ => Problem::form("problem-form"),
        })?;
        let room = if file.is_some() { self.files.min(FILE_SIZE as usize) } else { self.text };
        if bytes.len() > room {
            self.sent.problem.get_or_insert_with(too_much);
            return Ok(());
        }
        match file {
            // A field in which no file was chosen.
            Some(file) if file.is_empty() && bytes.is_empty() => {}
            Some(file) => {
                self.files -= bytes.len();
                self.uploads.entry(name).or_insert(Upload { name: file, bytes });
            }
            None => {
                let text = String::from_utf8(bytes.into()).map_err(|_| Problem::form("problem-form"))?;
                self.text -= text.len();
                let and = if self.sent.form.is_empty() { "" } else { "&" };
                self.sent.form.push_str(&format!("{and}{}={}", urlencode(&name), urlencode(&text)));
                self.sent.typed.insert(name, text);
            }
        }
        Ok(())
    }
}

/// The body as a form, whichever of the two plain ways it came.
fn form(kind: &str, body: &Bytes) -> Result<String, StatusCode> {
    if kind.starts_with("application/json") {
        let value: serde_json::Value = serde_json::from_slice(body).map_err(|_| StatusCode::BAD_REQUEST)?;
        return serde_qs::to_string(&value).map_err(|_| StatusCode::BAD_REQUEST);
    }
    if kind.starts_with("application/x-www-form-urlencoded") {
        return String::from_utf8(body.to_vec()).map_err(|_| StatusCode::BAD_REQUEST);
    }
    Err(StatusCode::UNSUPPORTED_MEDIA_TYPE)
}

/// Every field by its name as it stands in the form, brackets and all.
fn fields(form: &str) -> BTreeMap<String, String> {
    form.split('&')
        .filter_map(|pair| {
            let (key, value) = pair.split_once('=')?;
            Some((decode(key), decode(value)))
        })
        .collect()
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(b) = rest.next() {
        bytes.push(match b {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|c| char::from(c).to_digit(16));
                match (digit(), digit()) {
                    (Some(high), Some(low)) => (high * 16 + low) as u8,
                    _ => b'%',
                }
            }
            b => b,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_they_were_typed() {
        let fields = fields("members%5B0%5D%5Bname%5D=%E9%99%B3+%E5%A4%A7%E6%96%87&a=1%2B1");
        assert_eq!(fields["members[0][name]"], "陳 大文");
        assert_eq!(fields["a"], "1+1");
    }

    async fn multipart(body: &str, files: bool) -> Sent {
        let kind = "multipart/form-data; boundary=X".parse().unwrap();
        read(&HeaderMap::from_iter([(header::CONTENT_TYPE, kind)]), Body::from(body.replace('\n', "\r\n")), files).await.unwrap()
    }

    const FORM: &str = "--X\nContent-Disposition: form-data; name=\"members[0][name]\"\n\n陳 大文 & sons\n\
        --X\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.png\"\nContent-Type: text/html\n\nPNG\n--X--\n";

    #[tokio::test]
    async fn a_form_with_files_is_read_as_one_without() {
        let sent = multipart(FORM, true).await;
        assert_eq!(sent.problem, None);
        assert_eq!(sent.typed, fields(&sent.form), "the act reads what the page shows again");
        assert_eq!(sent.typed["members[0][name]"], "陳 大文 & sons");
        let file = &sent.uploads.0["file"];
        assert_eq!((file.name.as_str(), &file.bytes[..]), ("a \"b\".png", b"PNG".as_slice()));
    }

    #[tokio::test]
    async fn what_is_too_much_or_cut_short_leaves_what_was_typed() {
        let sent = multipart(FORM, false).await;
        assert!(sent.uploads.0.is_empty() && sent.typed.len() == 1);
        assert_eq!(sent.problem.unwrap().complaints[0].field, "file");
        let sent = multipart(&FORM[..150], true).await;
        assert_eq!((sent.problem.unwrap().status(), sent.typed.len()), (400, 1));
        let long = FORM.replace("sons", &"s".repeat(TEXT));
        let sent = multipart(&long, true).await;
        assert_eq!((sent.problem.unwrap().status(), sent.typed.len()), (413, 0));
    }
}
