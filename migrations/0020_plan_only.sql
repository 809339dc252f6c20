-- What alone is placed anew in a plan: `activity:SC-WSD-01`, `department:WSD` or `day:2002-01-12`; empty for all.
alter table plan add column only_of text not null default '';
