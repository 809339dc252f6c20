-- What staff are to cast with the slips of a test batch, in the order of their numbers: drawn when they are printed, and never changed.
alter table code_batch add column script text;

-- The few leaves of test ballots among all others.
create index content_leaf_test on content_leaf (class) where class like '%:test';
