//! The word "stop", as every part of the server hears it. It never stops anything itself.

use tokio::sync::watch;

/// Hears the word. If whoever could say it is gone, that is the word too.
#[derive(Clone)]
pub struct Stop(watch::Receiver<bool>);

/// Says the word, and the ear for it.
pub fn stop() -> (watch::Sender<bool>, Stop) {
    let (say, hear) = watch::channel(false);
    (say, Stop(hear))
}

impl Stop {
    pub fn said(&self) -> bool {
        *self.0.borrow()
    }

    pub async fn wait(mut self) {
        self.0.wait_for(|said| *said).await.ok();
    }
}
