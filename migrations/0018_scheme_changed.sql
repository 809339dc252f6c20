-- When a scheme's version was last raised: what calendars call the last change of its dates.
alter table scheme add column changed_at bigint not null default 0;
update scheme set changed_at = entry_opens_at;
