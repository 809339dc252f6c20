//! Many who wait for the disk at once wait for it once: what is asked while one group is being saved is saved as the next group.
//!
//! Whoever asks first leads: the group goes through one transaction, and everybody gets their own answer after it has been made to
//! last. The work is done by a task of its own, so that a leader who hangs up takes nobody else's request along.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex as Lock, PoisonError},
};

use tokio::sync::{Mutex, oneshot};

use super::problem::{Answer, Kind, Problem};

/// The most that go through one transaction.
const MOST: usize = 512;

struct Asked<T, R> {
    it: T,
    answer: oneshot::Sender<Answer<R>>,
}

/// A queue of one kind of request in one server.
pub struct Together<T, R> {
    waiting: Lock<Vec<Asked<T, R>>>,
    turn: Arc<Mutex<()>>,
}

impl<T, R> Default for Together<T, R> {
    fn default() -> Together<T, R> {
        Together { waiting: Lock::default(), turn: Arc::default() }
    }
}

impl<T: Send + 'static, R: Send + 'static> Together<T, R> {
    /// Asks for one thing to be done with whatever else is waiting. `run` gives an answer to each, in their order, or fails for all.
    pub async fn ask<F, W>(self: &Arc<Self>, it: T, run: F) -> Answer<R>
    where
        F: Fn(Vec<T>) -> W + Clone + Send + 'static,
        W: Future<Output = Answer<Vec<Answer<R>>>> + Send + 'static,
    {
        let (answer, mut mine) = oneshot::channel();
        self.lock().push(Asked { it, answer });
        // Until mine is answered I lead whenever nobody else does: more may be waiting than one group takes.
        loop {
            tokio::select! {
                biased;
                answered = &mut mine => return answered.unwrap_or_else(|_| Err(Problem::new(Kind::Busy, "problem-busy"))),
                turn = self.turn.clone().lock_owned() => {
                    let group = self.next();
                    if !group.is_empty() {
                        let run = run.clone();
                        tokio::spawn(async move {
                            lead(group, run).await;
                            drop(turn);
                        });
                    }
                }
            }
        }
    }

    fn next(&self) -> Vec<Asked<T, R>> {
        let mut waiting = self.lock();
        let most = waiting.len().min(MOST);
        waiting.drain(..most).collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Asked<T, R>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn lead<T, R, F, W>(group: Vec<Asked<T, R>>, run: F)
where
    F: Fn(Vec<T>) -> W,
    W: Future<Output = Answer<Vec<Answer<R>>>>,
{
    let (all, answers): (Vec<T>, Vec<_>) = group.into_iter().map(|it| (it.it, it.answer)).unzip();
    match run(all).await {
        Ok(done) => answers.into_iter().zip(done).for_each(|(answer, done)| drop(answer.send(done))),
        Err(problem) => answers.into_iter().for_each(|answer| drop(answer.send(Err(problem.clone())))),
    }
}

/// What slices keep in this one process and could lose at any moment: queues and finished answers, each under its own type.
#[derive(Default)]
pub struct Own(Lock<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Own {
    /// The one of this type, made when first asked for.
    pub fn get<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = all.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default())).clone();
        found.downcast().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn everybody_gets_their_own_answer_and_few_groups_are_run() {
        let queue: Arc<Together<usize, usize>> = Arc::default();
        static RUNS: AtomicUsize = AtomicUsize::new(0);
        let asked: Vec<_> = (0..2000)
            .map(|n| {
                let queue = queue.clone();
                tokio::spawn(async move {
                    queue
                        .ask(n, |all| async move {
                            RUNS.fetch_add(1, Ordering::SeqCst);
                            tokio::task::yield_now().await;
                            Ok(all.into_iter().map(|it| Ok(it * 2)).collect())
                        })
                        .await
                })
            })
            .collect();
        for (n, answer) in asked.into_iter().enumerate() {
            assert_eq!(answer.await.unwrap().unwrap(), n * 2);
        }
        assert!(RUNS.load(Ordering::SeqCst) < 2000, "{RUNS:?}");
    }

    #[tokio::test]
    async fn a_leader_who_hangs_up_takes_nobody_along() {
        let queue: Arc<Together<usize, usize>> = Arc::default();
        let slow = |all: Vec<usize>| async move {
            tokio::task::yield_now().await;
            Ok(all.into_iter().map(Ok).collect())
        };
        let leader = tokio::spawn({
            let queue = queue.clone();
            async move { queue.ask(1, slow).await }
        });
        tokio::task::yield_now().await;
        leader.abort();
        assert_eq!(queue.ask(2, slow).await.unwrap(), 2);
    }

    #[test]
    fn there_is_one_of_each_type() {
        let own = Own::default();
        own.get::<AtomicUsize>().store(5, Ordering::SeqCst);
        assert_eq!(own.get::<AtomicUsize>().load(Ordering::SeqCst), 5);
    }
}
