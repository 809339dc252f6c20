//! A process that is started, watched and stopped: the server as people run it, or the bare one it is held against.
//!
//! Its processor time and memory are read from /proc, so only its own count.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use server::clock::Stopwatch;

use super::Done;

/// A running process that has said where it listens. Dropped, it is killed.
pub struct Running {
    child: Child,
    pub addr: SocketAddr,
    /// From its start to its first answer, in milliseconds.
    pub ready_ms: f64,
    /// Held, so that nothing it prints meets a closed pipe.
    _said: BufReader<ChildStdout>,
}

impl Running {
    /// Starts a program that prints `… http://ADDRESS` when it is ready; what it logs goes to a file.
    pub fn start(program: &str, args: &[&str], log: &Path) -> Done<Running> {
        let stderr = File::create(log)?;
        let watch = Stopwatch::start();
        let mut child =
            Command::new(program).args(args).env("ACCOLADE_SMTP", "").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(stderr).spawn()?;
        let mut said = BufReader::new(child.stdout.take().ok_or("no output")?);
        let mut line = String::new();
        said.read_line(&mut line)?;
        let Some((_, addr)) = line.trim().rsplit_once("http://") else {
            child.kill().ok();
            child.wait().ok();
            return Err(format!("{program} did not start: {}", fs::read_to_string(log)?).into());
        };
        let addr: SocketAddr = addr.parse()?;
        let mut running = Running { child, addr, ready_ms: 0.0, _said: said };
        running.healthy()?;
        running.ready_ms = watch.micros() as f64 / 1e3;
        Ok(running)
    }

    /// The server on a database, with what else it is to be told.
    pub fn server(database: &str, more: &[&str], log: &Path) -> Done<Running> {
        let site = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/site");
        let files = log.with_file_name("files").to_string_lossy().into_owned();
        let mut args = vec!["serve", "--addr", "127.0.0.1:0", "--site", site, "--database", database, "--files", &files];
        args.extend(more);
        Running::start(env!("CARGO_BIN_EXE_accolade"), &args, log)
    }

    fn healthy(&mut self) -> Done<()> {
        let mut stream = TcpStream::connect(self.addr)?;
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: accolade\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        if answer.starts_with("HTTP/1.1 200") { Ok(()) } else { Err(format!("not healthy: {answer}").into()) }
    }

    /// Processor seconds it has used so far, its own and the kernel's for it.
    pub fn cpu(&self) -> Done<f64> {
        cpu_of(self.child.id())
    }

    /// Resident memory in MB (of 1,000,000 bytes).
    pub fn resident(&self) -> Done<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        let kib: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kib * 1024.0 / 1e6)
    }

    /// Kills it where it stands: nothing is finished, nothing is closed.
    pub fn kill(mut self) -> Done<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Asks it to stop, and waits until it has.
    pub fn stop(mut self) -> Done<()> {
        Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// The numbers of /proc/PID/stat after the name, which may hold spaces: the first is the state.
fn stat(pid: u32) -> Done<Vec<String>> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let (_, rest) = text.rsplit_once(')').ok_or("no stat")?;
    Ok(rest.split_whitespace().map(Into::into).collect())
}

/// Ticks are hundredths of a second on every Linux this runs on.
fn seconds(stat: &[String], fields: std::ops::Range<usize>) -> f64 {
    stat.get(fields).unwrap_or(&[]).iter().filter_map(|it| it.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Processor seconds of a process.
pub fn cpu_of(pid: u32) -> Done<f64> {
    Ok(seconds(&stat(pid)?, 11..13))
}

/// Processor seconds of a process, its children and those that have ended: a PostgreSQL with all its backends.
pub fn cpu_of_family(pid: u32) -> Done<f64> {
    let mut sum = seconds(&stat(pid)?, 11..15);
    for entry in fs::read_dir("/proc")?.flatten() {
        let Some(other) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        // One that ends meanwhile is counted with its parent the next time.
        let Ok(stat) = stat(other) else { continue };
        if stat.get(1).is_some_and(|parent| *parent == pid.to_string()) {
            sum += seconds(&stat, 11..13);
        }
    }
    Ok(sum)
}
