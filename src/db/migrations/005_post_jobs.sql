-- Letters that belong to no agency: Better Auth asks for a new address to be proven, or a password to be set anew.
create table letter (
  id uuid not null,
  recipient text not null,
  subject text not null,
  body jsonb not null,
  created_at timestamptz not null default now(),
  relayed_at timestamptz,
  sent_at timestamptz,
  attempts int not null default 0,
  problem text,
  constraint letter_pk primary key (id)
);
create index letter_to_relay on letter (created_at) where relayed_at is null;
grant insert on letter to rolecall_login;

-- The demo's mail and SMS room: everything that would have left.
create table room (
  id uuid not null,
  channel text not null,
  recipient text not null,
  subject text not null,
  html text not null,
  text text not null,
  at timestamptz not null default now(),
  constraint room_pk primary key (id)
);
