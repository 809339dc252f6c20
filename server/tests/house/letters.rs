//! Letters through a real mail server (aiosmtpd, when `TEST_SMTP` names the folder of its programs, as `make test` does): they
//! arrive in the reader's language with the right parts, a server that is away is tried again, and nothing goes twice.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use crate::told::told;
use app::{
    args,
    base::{
        ctx::{Ctx, Viewer},
        outbox::{self, topic},
        site::Site,
    },
    people,
    workshops::{Member, acts},
};
use server::{mailer::Mailer, stop};

/// A mail server that lives as long as this, and puts every letter into a folder.
struct Post(Child);

impl Drop for Post {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn start(programs: &str, port: u16, folder: &Path) -> Post {
    let child = Command::new(format!("{programs}/aiosmtpd"))
        .args(["-n", "-l", &format!("127.0.0.1:{port}"), "-c", "picky.Picky"])
        .arg(folder)
        .env("PYTHONPATH", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/independent"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    Post(child)
}

/// What Python's own mail library makes of every letter: recipient, subject, and the parts with their types.
fn read(programs: &str, folder: &Path) -> Vec<String> {
    let script = "import sys, email, email.policy, pathlib\n\
        for f in sorted(pathlib.Path(sys.argv[1]).glob('new/*')):\n\
        \x20   m = email.message_from_bytes(f.read_bytes(), policy=email.policy.default)\n\
        \x20   parts = [p.get_content_type() + ('/' + p.get_param('method') if p.get_param('method') else '') for p in m.walk() if not p.is_multipart()]\n\
        \x20   body = m.get_body(('plain',)).get_content().replace('\\n', ' ')\n\
        \x20   print(m['to'], '|', m['subject'], '|', ' '.join(parts), '|', body, '|', m['list-unsubscribe'], '|', len(m.defects))\n";
    let out =
        Command::new(format!("{programs}/python")).args(["-c", script]).arg(folder).env("PYTHONIOENCODING", "utf-8").output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap().lines().map(str::to_owned).collect()
}

async fn demo() -> Arc<Site> {
    told("http://accolade.example", "2001-10-15T09:00:00+08:00").await
}

async fn letters(site: &Arc<Site>, state: &str) -> Vec<outbox::Kept> {
    let mut tx = site.db.read().await.unwrap();
    outbox::latest(&mut tx, Some(state), 10_000).await.unwrap()
}

/// Waits for something that the worker brings about, up to half a minute.
async fn until<F: Future<Output = bool>>(what: &str, mut so: impl FnMut() -> F) {
    for _ in 0..300 {
        if so().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("it never came about: {what}");
}

#[tokio::test]
async fn letters_arrive_in_the_readers_language_with_their_parts_and_wait_for_a_server_that_is_away() {
    let Ok(programs) = std::env::var("TEST_SMTP") else { return };
    let site = demo().await;
    let before = letters(&site, "sent").await.len();
    // The officer, who reads Chinese, gets a seat in the judging panel's briefing and gives it up again.
    let mut ctx = Ctx::write(&site, Viewer::House).await.unwrap();
    ctx.viewer = people::acts::viewer_of(&mut ctx, "officer@demo.example").await.unwrap();
    let me = Member { email: "officer@demo.example".into(), ..Member::default() };
    let made = acts::register(&mut ctx, "JDG-2001-1", &[me], true, "letters-test").await.unwrap();
    assert_eq!(made.status.code(), "confirmed");
    ctx.commit().await.unwrap();

    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let folder: PathBuf = std::env::temp_dir().join(format!("accolade-mail-{}", std::process::id()));
    std::fs::remove_dir_all(&folder).ok();
    let mailer = Mailer::new(&format!("smtp://127.0.0.1:{port}"), "Efficiency Unit <workshops@accolade.example>").unwrap();
    let (say, stop) = stop::stop();
    let running = tokio::spawn(mailer.run(site.clone(), stop));

    // Nobody listens yet: the letter is kept, with the reason, for later.
    until("a first try that fails", || async { letters(&site, "queued").await.iter().any(|l| l.attempts == 1 && l.last_error.is_some()) })
        .await;
    let _post = start(&programs, port, &folder);
    until("the mail server's start", || async { std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() }).await;
    site.clock.set(site.now().plus_minutes(2));
    until("the second try", || async { letters(&site, "queued").await.is_empty() && letters(&site, "sending").await.is_empty() }).await;

    let mut ctx = Ctx::write(&site, Viewer::House).await.unwrap();
    ctx.viewer = people::acts::viewer_of(&mut ctx, "officer@demo.example").await.unwrap();
    acts::give_up(&mut ctx, &made.reference, "").await.unwrap();
    ctx.commit().await.unwrap();
    until("the last letter", || async { letters(&site, "sent").await.len() == before + 2 }).await;
    say.send(true).unwrap();
    running.await.unwrap();

    let mails = read(&programs, &folder);
    assert_eq!(mails.len(), 2, "{mails:#?}");
    let parts = |method: &str| format!("text/plain text/html text/calendar/{method}");
    for (mail, method) in mails.iter().zip(["REQUEST", "CANCEL"]) {
        assert!(mail.contains("officer@demo.example") && mail.ends_with("| 0"), "{mail}");
        assert!(mail.contains("評審團簡介會") && mail.contains(&made.reference) && mail.contains("http://accolade.example/tc/"), "{mail}");
        assert!(mail.contains(&parts(method)), "{mail}");
    }
    std::fs::remove_dir_all(&folder).ok();
}

/// A mailer at work on a site, and the folder its letters arrive in.
struct Round {
    folder: PathBuf,
    running: tokio::task::JoinHandle<()>,
    say: tokio::sync::watch::Sender<bool>,
    _post: Post,
}

impl Round {
    async fn of(site: &Arc<Site>, programs: &str, name: &str) -> Round {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let folder: PathBuf = std::env::temp_dir().join(format!("accolade-mail-{name}-{}", std::process::id()));
        std::fs::remove_dir_all(&folder).ok();
        let post = start(programs, port, &folder);
        until("the mail server's start", || async { std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() }).await;
        let mailer = Mailer::new(&format!("smtp://127.0.0.1:{port}"), "Efficiency Unit <workshops@accolade.example>").unwrap();
        let (say, stop) = stop::stop();
        Round { folder, running: tokio::spawn(mailer.run(site.clone(), stop)), say, _post: post }
    }

    /// Ends it, and gives what arrived.
    async fn end(self, programs: &str) -> Vec<String> {
        self.say.send(true).unwrap();
        self.running.await.unwrap();
        let mails = read(programs, &self.folder);
        std::fs::remove_dir_all(&self.folder).ok();
        mails
    }
}

/// Journeys J-1, J-2 and J-7 as they were lived through in the demo: of each kind of letter they wrote, one in each language is sent anew.
#[tokio::test]
async fn the_letters_of_three_journeys_arrive_with_the_right_parts() {
    let Ok(programs) = std::env::var("TEST_SMTP") else { return };
    let site = told("http://accolade.example", "2002-01-12T11:00:00+08:00").await;
    let mut chosen: BTreeMap<(String, String), outbox::Kept> = BTreeMap::new();
    for letter in letters(&site, "sent").await {
        chosen.entry((letter.kind.clone(), letter.language.clone())).or_insert(letter);
    }
    let kinds: BTreeSet<&str> = chosen.keys().map(|it| it.0.as_str()).collect();
    let expected = [
        // J-1: from registration to record.
        ("registered-", "offered-offered", "evaluate"),
        // J-2: entered by its pledge.
        ("entry-enrolled", "entry-confirmed", "entry-default"),
        // J-7: from proposals to a programme.
        ("activities-accepted", "activities-scheduled", "programme-published"),
    ];
    for (a, b, c) in expected {
        for kind in [a, b, c] {
            assert!(kinds.iter().any(|it| it.starts_with(kind)), "{kind}: {kinds:?}");
        }
    }
    let mut tx = site.db.write().await.unwrap();
    for letter in chosen.values() {
        tx.run("update letter set state = 'queued', due_at = $2 where id = $1", args![letter.id, site.now()]).await.unwrap();
    }
    tx.commit().await.unwrap();
    let round = Round::of(&site, &programs, "journeys").await;
    until("the last letter", || async { letters(&site, "queued").await.is_empty() && letters(&site, "sending").await.is_empty() }).await;
    let mails = round.end(&programs).await;
    assert_eq!(mails.len(), chosen.len());
    for letter in chosen.values() {
        let written = letter.write("http://accolade.example");
        let mail = mails.iter().find(|it| it.contains(letter.token.as_ref().unwrap())).unwrap();
        let mail: Vec<&str> = mail.split(" | ").collect();
        let [to, subject, parts, body, unsubscribe, defects] = mail.as_slice() else { panic!("{mail:?}") };
        assert_eq!((*to, *subject, *defects), (letter.email.as_str(), written.subject.as_str(), "0"), "{}", letter.kind);
        let invite = letter.method.as_ref().map(|method| format!(" text/calendar/{method} application/ics")).unwrap_or_default();
        assert_eq!(*parts, format!("text/plain text/html{invite}"), "{}", letter.kind);
        assert!(!subject.contains('{') && !body.contains('{') && !subject.contains("letter-"), "{subject} {body}");
        assert_eq!(unsubscribe.starts_with("<http"), topic::topic(&letter.kind).may_end(), "{}: {unsubscribe}", letter.kind);
    }
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_tried_three_times_and_what_was_kept_back_goes_when_its_owner_says_that_it_works() {
    let Ok(programs) = std::env::var("TEST_SMTP") else { return };
    let site = demo().await;
    let write = async |kind: &str, n: usize| {
        let mut ctx = Ctx::write(&site, Viewer::House).await.unwrap();
        let me = people::acts::viewer_of(&mut ctx, "officer@demo.example").await.unwrap().me().unwrap().id;
        ctx.tell(outbox::Letter::new(me, kind, format!("/account?{n}")).with("scheme", "x"));
        ctx.commit().await.unwrap();
    };
    let states = async || -> Vec<String> {
        let mut tx = site.db.read().await.unwrap();
        let all = outbox::latest(&mut tx, None, 10_000).await.unwrap();
        all.into_iter().filter(|it| it.page.starts_with("/account?")).map(|it| it.state).collect()
    };
    let round = Round::of(&site, &programs, "gone").await;
    std::fs::write(round.folder.join("gone"), "officer@demo.example").unwrap();
    for n in 1..=5 {
        write("results-panel", n).await;
        until("an answer", || async { states().await.iter().all(|it| it != "queued" && it != "sending") }).await;
    }
    assert_eq!(states().await, ["kept-back"; 5]);
    let tried = async || letters(&site, "kept-back").await.iter().map(|it| it.bounces).max();
    assert_eq!(tried().await, Some(3), "three were tried, and then none");
    // Whoever cannot sign in cannot say that the address works: what concerns the account is tried all the same.
    write("password-changed", 6).await;
    until("an answer", || async { tried().await == Some(4) }).await;
    std::fs::remove_file(round.folder.join("gone")).unwrap();
    let mut ctx = Ctx::write(&site, Viewer::House).await.unwrap();
    ctx.viewer = people::acts::viewer_of(&mut ctx, "officer@demo.example").await.unwrap();
    app::letters::acts::try_again(&mut ctx).await.unwrap();
    ctx.commit().await.unwrap();
    until("what was kept back", || async { states().await == ["sent"; 6] }).await;
    assert_eq!(round.end(&programs).await.len(), 6);
}
