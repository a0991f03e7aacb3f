-- The second wall: it knows agencies and nothing else, and holds with the policy engine switched off.
do $$ declare t text; begin
  foreach t in array array['agency', 'person', 'invitation', 'audit_head', 'audit', 'change', 'outbox'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy wall on %I to rolecall_app, rolecall_owner using (%I = nullif(current_setting(''app.agency'', true), '''')::uuid)',
      t, case t when 'agency' then 'id' else 'agency_id' end);
  end loop;
end $$;
-- Candidates of a search are found past the wall, by a function that knows one agency.
create policy candidates on person for select to rolecall_search using (true);
-- What runs for all agencies sees what it needs and no more.
create policy watching on change for select to rolecall_live using (true);
create policy pruning on change to rolecall_jobs using (true);
create policy relaying on outbox to rolecall_jobs using (true);

grant select, insert on agency, person, invitation, change, outbox, audit, audit_head to rolecall_app;
grant update (name, slug, zone, currency, colour, switches, owner_id, owner_since, version, updated_at, updated_by) on agency to rolecall_app;
grant update (login_id, name, email, phone, title, level, status, job_roles, switches, seen_at, version, updated_at, updated_by) on person to rolecall_app;
grant update (level, job_roles, message, sender_id, token_hash, state, expires_at, sent_at, person_id, version, updated_at, updated_by) on invitation to rolecall_app;
grant update (seq, hash) on audit_head to rolecall_app;
grant select on change to rolecall_live;
grant select, delete on change to rolecall_jobs;
grant select on outbox to rolecall_jobs;
grant update (body, relayed_at, sent_at, attempts, problem) on outbox to rolecall_jobs;
