-- Better Auth's tables: credentials and sessions. They know nothing of rights, and nothing of an agency.
create table "login" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "name" text not null, "email" text not null unique, "email_verified" boolean not null, "image" text, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz default CURRENT_TIMESTAMP not null);
create table "login_session" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "expires_at" timestamptz not null, "token" text not null unique, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz not null, "ip_address" text, "user_agent" text, "login_id" uuid not null references "login" ("id") on delete cascade);
create table "login_account" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "account_id" text not null, "provider_id" text not null, "login_id" uuid not null references "login" ("id") on delete cascade, "access_token" text, "refresh_token" text, "id_token" text, "access_token_expires_at" timestamptz, "refresh_token_expires_at" timestamptz, "scope" text, "password" text, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz not null);
create table "login_verification" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "identifier" text not null, "value" text not null, "expires_at" timestamptz not null, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz default CURRENT_TIMESTAMP not null);
create table "login_rate" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "key" text not null unique, "count" integer not null, "last_request" bigint not null);
create index "login_session_login_id_idx" on "login_session" ("login_id");
create index "login_account_login_id_idx" on "login_account" ("login_id");
create index "login_verification_identifier_idx" on "login_verification" ("identifier");

-- Directories: small tables without an agency first, because what they answer is "which agency?". A work adds to them, and cannot read them.
create table directory_slug (
  slug text not null,
  agency_id uuid not null,
  constraint directory_slug_pk primary key (slug)
);
create table directory_person (
  login_id uuid not null,
  agency_id uuid not null,
  person_id uuid not null,
  constraint directory_person_pk primary key (login_id, agency_id)
);
create table directory_invitation (
  token_hash text not null,
  agency_id uuid not null,
  invitation_id uuid not null,
  constraint directory_invitation_pk primary key (token_hash)
);
grant insert on directory_slug, directory_person, directory_invitation to rolecall_app;
