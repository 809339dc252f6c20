//! Every public feed of the demo, in three languages, read by another library: the same entries, at the moments the pages say (I-54, I-56).
//! The whole router in process, with no network.

use std::collections::BTreeMap;

use crate::asked::{ask, entries, feeds};
use crate::told::told;
use app::shell;
use axum::http::{StatusCode, header};

#[tokio::test]
async fn i_54_every_feed_is_read_by_another_library_with_the_same_entries_in_every_language() {
    let site = told("http://accolade.example", "2002-01-12T11:00:00+08:00").await;
    let router = shell::routes(site.clone());
    let all = entries(&ask(&router, "/cal/all.ics?lang=en", &[]).await.text);
    assert!(all.len() > 500, "{}", all.len());
    let known: BTreeMap<String, BTreeMap<String, String>> = all.into_iter().map(|it| (it["UID"].clone(), it)).collect();
    let mut seen = 0;
    for lang in ["en", "tc", "sc"] {
        let names = feeds(&router, lang).await;
        assert!(names.len() > 30, "{lang}: {}", names.len());
        for path in names {
            let answer = ask(&router, &path, &[]).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert_eq!(answer.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
            assert!(answer.text.ends_with("END:VCALENDAR\r\n"), "{path}");
            assert!(
                answer.text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')),
                "{path}: a line of more than 75 octets"
            );
            assert!(!answer.text.contains("METHOD") && !answer.text.contains("ATTENDEE"), "{path}");
            for entry in entries(&answer.text) {
                let same = &known[&entry["UID"]];
                for name in ["SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "STATUS"] {
                    assert_eq!(entry[name], same[name], "{path}: {name} of {}", entry["UID"]);
                }
                seen += 1;
            }
            // Asked again, nothing is sent; neither by the tag nor by the date.
            for (name, value) in [
                (header::IF_NONE_MATCH, &answer.headers[header::ETAG]),
                (header::IF_MODIFIED_SINCE, &answer.headers[header::LAST_MODIFIED]),
            ] {
                let again = ask(&router, &path, &[(name, value.to_str().unwrap().to_owned())]).await;
                assert_eq!((again.status, again.text.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
            }
        }
    }
    assert!(seen > 3 * known.len(), "{seen}");
}

#[tokio::test]
async fn i_56_an_entry_begins_when_its_page_says() {
    let site = told("http://accolade.example", "2002-01-12T11:00:00+08:00").await;
    let router = shell::routes(site.clone());
    for code in ["SC-WSD-01", "SC-LCSD-01", "SC-HKO-02"] {
        let page = ask(&router, &format!("/en/showcase/programme/{code}"), &[]).await.text;
        // The moments search engines read from the page, in Hong Kong time.
        let mut said: Vec<String> = page
            .split("\"startDate\":\"")
            .skip(1)
            .filter_map(|rest| Some(rest.get(..19)?.replace(['-', ':'], "")))
            // The event round it is said in days.
            .filter(|it| it.contains('T'))
            .collect();
        said.sort();
        assert!(!said.is_empty(), "{code}");
        let mut feed: Vec<String> = entries(&ask(&router, &format!("/cal/one-{code}.ics?lang=en"), &[]).await.text)
            .into_iter()
            .map(|mut it| it.remove("DTSTART").unwrap())
            .collect();
        feed.sort();
        assert_eq!(feed, said, "{code}");
    }
}

#[tokio::test]
async fn what_is_no_feed_is_unknown_and_what_is_refused_is_said_in_the_readers_language() {
    let site = told("http://accolade.example", "2001-10-15T09:00:00+08:00").await;
    let router = shell::routes(site.clone());
    for path in ["/cal/nothing.ics", "/cal/all", "/cal/p/0123456789abcdef.ics", "/cal/venue-NOWHERE.ics"] {
        assert_eq!(ask(&router, path, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let long = ask(&router, "/cal/all.ics?lang=tc&from=2001-01-01&to=2002-12-31", &[]).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.text.contains("400 天"), "{}", long.text);
}
