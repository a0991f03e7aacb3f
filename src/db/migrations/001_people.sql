-- A work begins by saying for which agency it speaks. SET LOCAL reaches the other nodes of a distributed database; set_config does not.
create function begin_work(agency uuid) returns void language plpgsql as $$
begin
  set local citus.propagate_set_commands = 'local';
  execute format('set local app.agency = %L', agency);
end $$;
revoke execute on function begin_work from public;
grant execute on function begin_work to rolecall_app, rolecall_jobs;

create table agency (
  id uuid not null,
  kind text not null,
  name text not null,
  slug text not null,
  zone text not null,
  currency text not null,
  colour text not null,
  switches jsonb not null default '{}',
  owner_id uuid not null,
  owner_level text not null generated always as (case kind when 'media' then 'admin' else 'administrator' end) stored,
  owner_status text not null generated always as ('active') stored,
  owner_since timestamptz not null default now(),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid,
  constraint agency_pk primary key (id),
  constraint agency_kind check (kind in ('media', 'staffing'))
);

create table person (
  agency_id uuid not null,
  id uuid not null,
  login_id uuid,
  name text not null,
  email text,
  phone text,
  title text,
  level text not null,
  side text not null generated always as (case when level in ('agent', 'talent') then 'client' else 'team' end) stored,
  status text not null default 'active',
  job_roles text[] not null default '{}',
  switches jsonb not null default '{}',
  registered boolean not null generated always as (login_id is not null) stored,
  created_via text not null,
  joined_at timestamptz not null default now(),
  seen_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid,
  name_key text not null generated always as (lower(name)) stored,
  search_key text not null generated always as (lower(name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))) stored,
  constraint person_pk primary key (agency_id, id),
  constraint person_login_once unique (agency_id, login_id),
  constraint person_email_once unique (agency_id, email),
  constraint person_rights unique (agency_id, id, level, status),
  constraint person_level check (level in ('admin', 'staff', 'contractor', 'agent', 'administrator', 'standard', 'talent')),
  constraint person_status check (status in ('active', 'deactivated')),
  constraint person_via check (created_via in ('founder', 'invitation', 'typed', 'import', 'self')),
  constraint person_email_lower check (email = lower(email)),
  constraint person_client_has_no_roles check (job_roles = '{}' or level not in ('agent', 'talent')),
  constraint person_agency foreign key (agency_id) references agency (id) deferrable initially deferred
);
create index person_by_name on person (agency_id, side, status, name_key, id);
create index person_by_seen on person (agency_id, side, status, seen_at desc, id desc);
create index person_by_prefix on person (agency_id, name_key text_pattern_ops);
create index person_by_search on person using gin (agency_id, search_key gin_trgm_ops);

create table invitation (
  agency_id uuid not null,
  id uuid not null,
  email text not null,
  level text not null,
  job_roles text[] not null default '{}',
  message text,
  sender_id uuid not null,
  token_hash text not null,
  state text not null default 'open',
  expires_at timestamptz not null,
  sent_at timestamptz not null default now(),
  person_id uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid,
  constraint invitation_pk primary key (agency_id, id),
  constraint invitation_state check (state in ('open', 'accepted', 'revoked', 'invalid')),
  constraint invitation_email_lower check (email = lower(email)),
  constraint invitation_agency foreign key (agency_id) references agency (id),
  constraint invitation_sender foreign key (agency_id, sender_id) references person (agency_id, id),
  constraint invitation_person foreign key (agency_id, person_id) references person (agency_id, id)
);
create unique index invitation_open_once on invitation (agency_id, email) where state = 'open';
create index invitation_by_age on invitation (agency_id, state, created_at desc, id desc);

-- Contains-search: LIKE is not leakproof, so behind row level security no index would serve it. This looks for ids only, and only in the
-- agency the work speaks for; the ids are joined back to the protected table.
grant select (agency_id, id, search_key, name_key) on person to rolecall_search;
create function person_containing(term text, most int) returns table (id uuid)
  language sql stable security definer set search_path = rolecall, public, pg_temp as $$
  with hit as materialized (
    select p.id, p.name_key from person p
    where p.agency_id = nullif(current_setting('app.agency', true), '')::uuid and p.search_key like '%' || regexp_replace(lower(term), '([%_\\])', '\\\1', 'g') || '%')
  select hit.id from hit order by hit.name_key, hit.id limit most $$;
alter function person_containing owner to rolecall_search;
revoke execute on function person_containing from public;
grant execute on function person_containing to rolecall_app;
