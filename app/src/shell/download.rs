//! A kept file on its way to a browser: by its hash, with its name and its kind, and with nothing it may do there.
//!
//! Who may have it was decided by the page. The store is asked after the page has let go of the database, and not at all if the
//! browser has the file already: under one hash there is only ever one content.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};

use crate::base::{db::Fault, problem::Answer, site::Site, visit::Download};

/// Nothing in it runs, and it loads nothing; browsers show a picture with a style of their own.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

pub(super) async fn answer(site: &Arc<Site>, it: &Download, asked: &HeaderMap) -> Answer<Response> {
    let tag = format!("\"{}\"", it.hash);
    let mut response = Response::new(Body::empty());
    if has(asked, &tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        let missing = || Fault::new(format!("the file {} is not in the store", it.hash));
        *response.body_mut() = Body::from(site.files.read(&it.hash).await?.ok_or_else(missing)?);
    }
    // Browsers show a PDF by a program that a sandbox keeps out, so it is saved.
    let inline = it.inline && it.kind.is_image();
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &str| drop(HeaderValue::from_str(value).map(|value| headers.insert(name, value)));
    set(header::ETAG, &tag);
    set(header::CACHE_CONTROL, "private, no-cache");
    set(header::CONTENT_TYPE, it.kind.mime());
    set(header::CONTENT_DISPOSITION, &disposition(inline, &it.name));
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    Ok(response)
}

fn has(asked: &HeaderMap, tag: &str) -> bool {
    let tags = asked.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or("");
    tags.split(',').map(str::trim).any(|it| it == "*" || it.strip_prefix("W/").unwrap_or(it) == tag)
}

/// Shown or saved, under a name in any script (RFC 6266, RFC 8187); a program that knows ASCII alone gets what is left of it.
pub(super) fn disposition(inline: bool, name: &str) -> String {
    let plain: String = name.chars().map(|c| if (c.is_ascii_graphic() || c == ' ') && c != '"' && c != '\\' { c } else { '_' }).collect();
    let mark = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    let full: String = name.bytes().map(|b| if mark(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect();
    let way = if inline { "inline" } else { "attachment" };
    if full == plain { format!("{way}; filename=\"{plain}\"") } else { format!("{way}; filename=\"{plain}\"; filename*=UTF-8''{full}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{files::FileKind, testing, time::Moment};

    fn header<'a>(response: &'a Response, name: &str) -> &'a str {
        response.headers()[name].to_str().unwrap()
    }

    #[tokio::test]
    async fn a_kept_file_is_sent_under_its_name_once_and_can_do_nothing() {
        let site = testing::site(testing::fresh_sqlite().await.unwrap(), Moment(0));
        let hash = site.files.keep("%PDF-1.7").await.unwrap();
        let it = Download { name: "服務 承諾.pdf".into(), kind: FileKind::Pdf, hash: hash.clone(), inline: true };
        let response = answer(&site, &it, &HeaderMap::new()).await.unwrap();
        assert_eq!(header(&response, "content-type"), "application/pdf");
        assert_eq!(
            header(&response, "content-disposition"),
            "attachment; filename=\"__ __.pdf\"; filename*=UTF-8''%E6%9C%8D%E5%8B%99%20%E6%89%BF%E8%AB%BE.pdf"
        );
        assert!(header(&response, "content-security-policy").contains("sandbox"));
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
        let tag = header(&response, "etag").to_owned();
        assert_eq!(axum::body::to_bytes(response.into_body(), 100).await.unwrap(), "%PDF-1.7");

        let asked = HeaderMap::from_iter([(header::IF_NONE_MATCH, format!("\"x\", W/{tag}").parse().unwrap())]);
        let response = answer(&site, &it, &asked).await.unwrap();
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
        assert!(axum::body::to_bytes(response.into_body(), 100).await.unwrap().is_empty());

        let lost = Download { hash: "0".repeat(64), ..it };
        assert_eq!(answer(&site, &lost, &HeaderMap::new()).await.unwrap_err().status(), 500);
    }

    #[test]
    fn a_name_cannot_leave_its_header() {
        assert_eq!(disposition(true, "a.png"), "inline; filename=\"a.png\"");
        assert_eq!(disposition(false, "a\"\r\nb.png"), "attachment; filename=\"a___b.png\"; filename*=UTF-8''a%22%0D%0Ab.png");
    }
}
