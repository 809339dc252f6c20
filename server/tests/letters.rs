//! Letters through a real mail server (aiosmtpd, when `TEST_SMTP` names the folder of its programs, as `make test` does): they
//! arrive in the reader's language with the right parts, a server that is away is tried again, and nothing goes twice.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that panics has failed")]

mod told;

use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use app::{
    base::{
        ctx::{Ctx, Viewer},
        outbox,
        site::Site,
    },
    people,
    workshops::{Member, acts},
};
use server::{mailer::Mailer, stop};
use told::told;

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
        .args(["-n", "-l", &format!("127.0.0.1:{port}"), "-c", "aiosmtpd.handlers.Mailbox"])
        .arg(folder)
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
        \x20   print(m['to'], '|', m['subject'], '|', ' '.join(parts), '|', body, '|', len(m.defects))\n";
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
