-- What was done, for ever: one hash chain an agency. The line that was hashed is kept as it was hashed, so sha256 alone can check it.
create table audit_head (
  agency_id uuid not null,
  seq bigint not null,
  hash text not null,
  constraint audit_head_pk primary key (agency_id),
  constraint audit_head_agency foreign key (agency_id) references agency (id)
) with (fillfactor = 50);

create table audit (
  agency_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  decision text not null,
  noun text not null,
  thing_id uuid,
  line text not null,
  hash text not null,
  constraint audit_pk primary key (agency_id, seq),
  constraint audit_decision check (decision in ('allowed', 'refused')),
  constraint audit_agency foreign key (agency_id) references agency (id)
);
create index audit_of_actor on audit (agency_id, actor_id, seq desc);
create index audit_of_thing on audit (agency_id, thing_id, seq desc);
create index audit_of_action on audit (agency_id, action, seq desc);

-- What changed, for open pages: ids only, asked again as each person. Transactions commit out of order, so the cursor is the transaction.
create table change (
  agency_id uuid not null,
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  noun text not null,
  thing uuid not null,
  at timestamptz not null default now(),
  constraint change_pk primary key (agency_id, id),
  constraint change_agency foreign key (agency_id) references agency (id)
);
create index change_since on change (xid);

-- Letters that leave with the change that caused them. A relay hands them to the queue, each once.
create table outbox (
  agency_id uuid not null,
  id uuid not null,
  recipient text not null,
  subject text not null,
  body jsonb not null,
  created_at timestamptz not null default now(),
  relayed_at timestamptz,
  sent_at timestamptz,
  attempts int not null default 0,
  problem text,
  constraint outbox_pk primary key (agency_id, id),
  constraint outbox_agency foreign key (agency_id) references agency (id)
);
create index outbox_to_relay on outbox (created_at) where relayed_at is null;
create index outbox_waiting on outbox (agency_id, created_at) where sent_at is null;
