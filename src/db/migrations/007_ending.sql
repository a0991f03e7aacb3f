-- Who switched something for everybody last, and when: told to whom it is switched off for.
alter table agency add column switched jsonb not null default '{}';
grant update (switched) on agency to rolecall_app;

-- What was switched on for one person ends by itself, and they are told a day before. Jobs look for whom it concerns, in all agencies:
-- which people have switches of their own, and nothing else about anybody.
create index person_by_own_switches on person (agency_id, id) where switches <> '{}' and status = 'active';
grant select (agency_id, id, switches) on person to rolecall_jobs;
create policy warning on person for select to rolecall_jobs using (switches <> '{}' and status = 'active');
