//! Files, from the octets that come in to those that are kept.

use std::{
    collections::BTreeMap,
    io::Cursor,
    sync::{Arc, Mutex},
};

use bytes::Bytes;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Rgba, RgbaImage};
use lopdf::{Document, Object, SaveOptions, Stream, dictionary};
use object_store::aws::AmazonS3Builder;

use super::{FILE_SIZE, FileKind, Files, Taken, Upload, keep, take};
use crate::base::{
    print,
    problem::{Answer, Problem},
    text::Bi,
    time::Moment,
};

fn offered(name: &str, bytes: impl Into<Bytes>) -> Answer<Taken> {
    take(&Upload { name: name.into(), bytes: bytes.into() })
}

/// Why a file is refused.
fn refused(name: &str, bytes: impl Into<Bytes>) -> String {
    offered(name, bytes).map(|taken| format!("taken as {:?}", taken.kind)).unwrap_or_else(|no| no.key().to_owned())
}

/// A picture whose left half is red and whose right half can be seen through.
fn picture(width: u32, height: u32) -> DynamicImage {
    let colour = |x, _| if x < width / 2 { Rgba([200, 0, 0, 255]) } else { Rgba([0, 0, 0, 0]) };
    DynamicImage::ImageRgba8(RgbaImage::from_fn(width, height, colour))
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

fn png() -> Vec<u8> {
    written(&picture(40, 20), ImageFormat::Png)
}

/// A JPEG as a telephone makes it: turned by a quarter, with a place in its EXIF, and with something hidden behind its end.
fn photo() -> Vec<u8> {
    let plain = written(&DynamicImage::ImageRgb8(picture(40, 20).into_rgb8()), ImageFormat::Jpeg);
    // Little-endian TIFF with one entry: orientation (0x0112), short, 6: turn right.
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    exif.extend_from_slice(b"GPS 22.2783 N 114.1747 E");
    let mut bytes = plain[..2].to_vec();
    bytes.extend_from_slice(&[0xFF, 0xE1]);
    bytes.extend_from_slice(&(exif.len() as u16 + 2).to_be_bytes());
    bytes.extend_from_slice(&exif);
    bytes.extend_from_slice(&plain[2..]);
    bytes.extend_from_slice(b"PK\x03\x04 an archive <script>alert(1)</script>");
    bytes
}

fn read(bytes: &[u8]) -> DynamicImage {
    ImageReader::new(Cursor::new(bytes)).with_guessed_format().unwrap().decode().unwrap()
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// A PDF of one page; `add` puts more into it and into its catalogue.
fn pdf(add: impl FnOnce(&mut Document, &mut lopdf::Dictionary)) -> Document {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let content = document.add_object(Stream::new(dictionary! {}, b"BT ET".to_vec()));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    document.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
    let mut catalogue = dictionary! { "Type" => "Catalog", "Pages" => pages };
    add(&mut document, &mut catalogue);
    let root = document.add_object(catalogue);
    document.trailer.set("Root", root);
    document
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// The same with its objects compressed away.
fn packed(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).compression_level(9).build();
    document.save_with_options(&mut bytes, options).unwrap();
    bytes
}

fn script() -> lopdf::Dictionary {
    dictionary! { "Type" => "Action", "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") }
}

#[tokio::test]
async fn the_same_content_is_kept_once_and_found_after_a_restart() {
    let folder = std::env::temp_dir().join(format!("accolade-files-{}", std::process::id()));
    std::fs::remove_dir_all(&folder).ok();
    let place = folder.join("deep/files").to_string_lossy().into_owned();
    let files = Files::open(&place).unwrap();
    let hash = files.keep("a pledge").await.unwrap();
    assert_eq!(hash.len(), 64);
    assert_eq!(files.keep("a pledge").await.unwrap(), hash);
    let found: Vec<_> = std::fs::read_dir(format!("{place}/{}", &hash[..2])).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(found, [hash.as_str()], "one file, and nothing left beside it");
    drop(files);

    let again = Files::open(&place).unwrap();
    assert_eq!(again.read(&hash).await.unwrap().unwrap(), "a pledge");
    assert_eq!(again.read(&"0".repeat(64)).await.unwrap(), None);
    assert_eq!(again.read("../../etc/passwd").await.unwrap(), None);

    // Cut short by hand: never shown; handed in again, it is whole again.
    let path = format!("{place}/{}/{hash}", &hash[..2]);
    std::fs::write(&path, "a plight").unwrap();
    assert!(again.read(&hash).await.is_err());
    std::fs::write(&path, "a").unwrap();
    assert_eq!(again.keep("a pledge").await.unwrap(), hash);
    assert_eq!(again.read(&hash).await.unwrap().unwrap(), "a pledge");
    std::fs::remove_dir_all(&folder).ok();
}

#[tokio::test]
async fn a_hundred_who_hand_in_the_same_at_once_are_all_told_the_truth() {
    let folder = std::env::temp_dir().join(format!("accolade-files-crowd-{}", std::process::id()));
    let files = Files::open(&folder.to_string_lossy()).unwrap();
    let mut crowd = tokio::task::JoinSet::new();
    for _ in 0..100 {
        let files = files.clone();
        crowd.spawn(async move {
            let hash = files.keep(vec![7; 100_000]).await.unwrap();
            assert_eq!(files.read(&hash).await.unwrap().unwrap().len(), 100_000);
        });
    }
    crowd.join_all().await;
    std::fs::remove_dir_all(&folder).ok();
}

#[tokio::test]
async fn a_picture_is_kept_with_its_small_copy() {
    let files = Files::memory();
    let kept = keep(&files, offered("/home/amy/Front counter 櫃位.PNG", png()).unwrap()).await.unwrap();
    assert_eq!((kept.name.as_str(), kept.kind), ("Front counter 櫃位.PNG", FileKind::Png));
    assert_eq!(files.read(&kept.hash).await.unwrap().unwrap().len() as i64, kept.size);
    assert!(files.read(&kept.thumbnail.unwrap()).await.unwrap().is_some());
}

#[test]
fn a_photo_loses_its_place_and_what_is_hidden_behind_it_and_stands_upright() {
    assert!(contains(&photo(), b"114.1747"));
    let taken = offered("counter.jpg", photo()).unwrap();
    for hidden in [b"Exif".as_slice(), b"114.1747", b"PK\x03\x04", b"<script>"] {
        assert!(!contains(&taken.bytes, hidden) && !contains(taken.thumbnail.as_ref().unwrap(), hidden));
    }
    let mut decoder = ImageReader::new(Cursor::new(&taken.bytes)).with_guessed_format().unwrap().into_decoder().unwrap();
    assert_eq!(decoder.exif_metadata().unwrap(), None);
    assert_eq!(decoder.dimensions(), (20, 40), "turned as its camera said");
}

#[test]
fn a_small_copy_is_small_and_what_can_be_seen_through_is_white_on_it() {
    let taken = offered("wide.png", written(&picture(1300, 100), ImageFormat::Png)).unwrap();
    let small = read(&taken.thumbnail.unwrap()).into_rgb8();
    assert_eq!((small.width(), small.height()), (640, 49));
    assert!(small.get_pixel(600, 20).0.iter().all(|part| *part > 250), "{:?}", small.get_pixel(600, 20));
    assert!(read(&taken.bytes).color().has_alpha(), "the picture itself stays as it was");
    let already = offered("small.png", png()).unwrap();
    assert_eq!(read(&already.thumbnail.unwrap()).width(), 40, "nothing is made larger");
}

#[test]
fn a_file_must_be_what_its_name_says() {
    assert_eq!(refused("scan.pdf", png()), "files-content");
    assert_eq!(refused("page.png", "<!doctype html><script>alert(1)</script>"), "files-content");
    assert_eq!(refused("photo.png", photo()), "files-content");
    assert_eq!(refused("run.exe", "MZ"), "files-kind");
    assert_eq!(refused("drawing.svg", "<svg/>"), "files-kind");
    assert_eq!(refused("empty.pdf", ""), "files-content");
    assert_eq!(refused("page.html\u{202E}fdp.pdf", "<html>"), "files-content");
    assert_eq!(refused("late.pdf", format!("<html>{}", "%PDF-1.7")), "files-content");
    assert_eq!(refused("large.pdf", vec![b' '; FILE_SIZE as usize + 1]), "files-large");
    assert_eq!(refused("good.jpeg", photo()), "taken as Jpeg");
}

#[test]
fn a_damaged_picture_is_refused() {
    assert_eq!(refused("cut.png", png()[..60].to_vec()), "files-picture-broken");
    assert_eq!(refused("cut.jpg", photo()[..120].to_vec()), "files-picture-broken");
}

#[test]
fn a_picture_that_would_fill_the_memory_is_refused_before_it_is_read() {
    // Eighty octets that claim to be a picture of the largest size there is.
    let mut bomb = png();
    bomb[16..24].copy_from_slice(&[0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF]);
    let checked = crc(&bomb[12..29]).to_be_bytes();
    bomb[29..33].copy_from_slice(&checked);
    assert_eq!(refused("bomb.png", bomb.clone()), "files-picture-large");
    // Within the sides, but 8 octets for each of a hundred million pixels.
    bomb[16..26].copy_from_slice(&[0, 0, 0x27, 0x0F, 0, 0, 0x27, 0x0F, 16, 6]);
    let checked = crc(&bomb[12..29]).to_be_bytes();
    bomb[29..33].copy_from_slice(&checked);
    assert_eq!(refused("bomb.png", bomb), "files-picture-large");
}

/// The check sum of a PNG chunk (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[test]
fn a_plain_pdf_is_kept_bit_by_bit() {
    for bytes in [saved(pdf(|_, _| ())), packed(pdf(|_, _| ()))] {
        let taken = offered("pledge.pdf", bytes.clone()).unwrap();
        assert_eq!((taken.kind, taken.thumbnail), (FileKind::Pdf, None));
        assert_eq!(taken.bytes, bytes);
    }
}

#[test]
fn our_own_papers_and_those_with_links_are_taken() {
    let said = || Bi::new("Sheet", "簽到表");
    let paper = print::attendance_sheet(&print::Roll { title: said(), when: said(), venue: said(), printed: Moment(0), rows: vec![] });
    assert_eq!(refused("sheet.pdf", paper.unwrap()), "taken as Pdf");
    let link = dictionary! { "S" => "URI", "URI" => Object::string_literal("https://www.info.gov.hk/") };
    let bytes = saved(pdf(|document, _| {
        document.add_object(dictionary! { "Type" => "Annot", "Subtype" => "Link", "A" => link });
    }));
    assert_eq!(refused("links.pdf", bytes), "taken as Pdf");
}

#[test]
fn a_pdf_with_a_script_is_refused_wherever_it_is_hidden() {
    let opens = || {
        pdf(|document, catalogue| {
            let action = document.add_object(script());
            catalogue.set("OpenAction", action);
        })
    };
    assert_eq!(refused("a.pdf", saved(opens())), "files-pdf-active");
    let bytes = packed(opens());
    assert!(!contains(&bytes, b"JavaScript"), "it is compressed away");
    assert_eq!(refused("a.pdf", bytes), "files-pdf-active");
    // Its name written in another way.
    let escaped = String::from_utf8_lossy(&saved(opens())).replace("/JavaScript", "/J#61vaScri#70t").replace("/JS", "/J#53");
    assert_eq!(refused("a.pdf", escaped), "files-pdf-active");
    // Where no page leads to it, and the file's own list of objects does not name it either.
    let mut bytes = saved(pdf(|_, _| ()));
    let end = bytes.windows(9).position(|window| window == b"startxref").unwrap();
    bytes.splice(end..end, *b"90 0 obj\n<< /S /GoToE /F (x) >>\nendobj\n");
    assert_eq!(refused("a.pdf", bytes), "files-pdf-active");
}

#[test]
fn a_pdf_that_starts_carries_or_sends_something_is_refused() {
    let launch = dictionary! { "S" => "Launch", "F" => Object::string_literal("cmd.exe") };
    let send = dictionary! { "S" => "SubmitForm", "F" => Object::string_literal("https://elsewhere.example") };
    for action in [launch, send] {
        let make = || {
            pdf(|document, _| {
                document
                    .add_object(dictionary! { "Type" => "Annot", "Subtype" => "Widget", "AA" => dictionary! { "U" => action.clone() } });
            })
        };
        assert_eq!(refused("a.pdf", saved(make())), "files-pdf-active");
        assert_eq!(refused("a.pdf", packed(make())), "files-pdf-active");
    }
    let carries = pdf(|document, catalogue| {
        let file = document.add_object(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"MZ".to_vec()));
        let named = document.add_object(dictionary! { "Type" => "Filespec", "EF" => dictionary! { "F" => file } });
        let names = dictionary! { "Names" => vec![Object::string_literal("run.exe"), named.into()] };
        catalogue.set("Names", dictionary! { "EmbeddedFiles" => names });
    });
    assert_eq!(refused("a.pdf", packed(carries)), "files-pdf-active");
}

#[test]
fn a_pdf_nobody_could_open_is_refused() {
    assert_eq!(refused("a.pdf", "%PDF-1.7 and nothing more"), "files-pdf-broken");
    assert_eq!(refused("a.pdf", saved(pdf(|_, _| ()))[..200].to_vec()), "files-pdf-broken");
    let mut locked = pdf(|_, _| ());
    locked.trailer.set("ID", vec![Object::string_literal("0123456789abcdef"), Object::string_literal("0123456789abcdef")]);
    let version = lopdf::EncryptionVersion::V2 {
        document: &locked,
        owner_password: "owner",
        user_password: "",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).unwrap();
    locked.encrypt(&state).unwrap();
    assert_eq!(refused("a.pdf", saved(locked)), "files-pdf-locked");
}

#[test]
fn a_pdf_that_would_fill_the_memory_is_refused() {
    // An object stream of a few hundred thousand octets that grows to 64 MB.
    let mut small = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..64 {
        std::io::Write::write_all(&mut small, &spaces).unwrap();
    }
    let content = small.finish().unwrap();
    let bomb = saved(pdf(|document, _| {
        // Written under another name, since who writes a file leaves out old object streams.
        let told = dictionary! { "Type" => "ObjStX", "N" => 1, "First" => 4, "Filter" => "FlateDecode" };
        document.add_object(Stream::new(told, content));
    }));
    let at = bomb.windows(6).position(|window| window == b"ObjStX").unwrap();
    let bomb = [&bomb[..at], b"ObjStm", &bomb[at + 6..]].concat();
    assert!(bomb.len() < 1_000_000);
    assert_eq!(refused("a.pdf", bomb), "files-pdf-broken");
}

/// What S3 does, as far as it is needed: PUT, GET and HEAD of objects.
async fn s3() -> (String, Arc<Mutex<BTreeMap<String, Bytes>>>) {
    use axum::{body::Body, extract::Request, http::StatusCode, response::Response};
    let kept: Arc<Mutex<BTreeMap<String, Bytes>>> = Arc::default();
    let objects = kept.clone();
    let answer = move |request: Request| {
        let objects = objects.clone();
        async move {
            let (head, body) = request.into_parts();
            let path = head.uri.path().to_owned();
            let response = |status: StatusCode, body: Bytes| {
                let dated =
                    Response::builder().status(status).header("etag", "\"1\"").header("last-modified", "Mon, 15 Oct 2001 01:00:00 GMT");
                dated.header("content-length", body.len()).body(Body::from(body)).unwrap()
            };
            if head.method == "PUT" {
                assert!(head.headers["authorization"].to_str().unwrap().starts_with("AWS4-HMAC-SHA256 Credential=key/"));
                let content = axum::body::to_bytes(body, 1_000_000).await.unwrap();
                objects.lock().unwrap().insert(path, content);
                return response(StatusCode::OK, Bytes::new());
            }
            match objects.lock().unwrap().get(&path) {
                Some(content) => response(StatusCode::OK, content.clone()),
                None => response(StatusCode::NOT_FOUND, Bytes::new()),
            }
        }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, axum::Router::new().fallback(answer)).await });
    (address, kept)
}

fn elsewhere(address: &str) -> Files {
    let store = AmazonS3Builder::new().with_endpoint(address).with_access_key_id("key").with_secret_access_key("secret");
    Files::elsewhere(store.with_bucket_name("papers"), "accolade").unwrap()
}

#[tokio::test]
async fn a_store_elsewhere_keeps_files_under_its_bucket_and_prefix() {
    let (address, kept) = s3().await;
    let files = elsewhere(&address);
    let hash = files.keep("a pledge").await.unwrap();
    assert_eq!(files.keep("a pledge").await.unwrap(), hash);
    assert_eq!(kept.lock().unwrap().keys().collect::<Vec<_>>(), [&format!("/papers/accolade/{}/{hash}", &hash[..2])]);
    assert_eq!(elsewhere(&address).read(&hash).await.unwrap().unwrap(), "a pledge");
    assert_eq!(files.read(&"0".repeat(64)).await.unwrap(), None);
}

#[tokio::test]
async fn a_store_elsewhere_that_is_away_is_worth_another_try() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let fault = elsewhere(&format!("http://{nobody}")).keep("a pledge").await.unwrap_err();
    assert_eq!(Problem::from(fault).status(), 503);
    // Its place is read from one line, and nothing is asked of it before something is kept.
    assert!(Files::open("s3://papers/accolade").is_ok() && Files::open("s3://papers").is_ok());
}
