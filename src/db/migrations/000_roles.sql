-- Run once by whoever may create roles. Everything after this runs as one of them.
-- rolecall_owner owns the tables and is itself under their row level security (force).
-- rolecall_app is a request; rolecall_login is Better Auth; rolecall_jobs works later; rolecall_live watches for changes.
-- rolecall_search owns one kind of function: the candidates of a search, ids only, of the agency the work speaks for.
-- Each hat logs in by itself (without a password: only a socket that asks the kernel lets it in), so it can never change into another.
-- rolecall_server may do nothing until it says which of these it is: for a PostgreSQL of your own, where the program has one login.
do $$ declare role text; begin
  foreach role in array array['owner', 'app', 'login', 'jobs', 'live', 'search'] loop
    if not exists (select from pg_roles where rolname = 'rolecall_' || role) then
      execute format('create role %I %s', 'rolecall_' || role, case when role in ('owner', 'search') then 'nologin' else 'login noinherit' end);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'rolecall_server') then
    create role rolecall_server login noinherit;
  end if;
end $$;
grant rolecall_app, rolecall_login, rolecall_jobs, rolecall_live to rolecall_server;
grant rolecall_owner, rolecall_app, rolecall_login, rolecall_jobs, rolecall_live to current_user;
grant rolecall_search to rolecall_owner;

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create schema rolecall authorization rolecall_owner;
create schema login authorization rolecall_login;
create schema post authorization rolecall_jobs;
create schema jobs authorization rolecall_jobs;
grant usage on schema rolecall to rolecall_app, rolecall_jobs, rolecall_live, rolecall_search;
grant create on schema rolecall to rolecall_search;
grant usage on schema login to rolecall_app;
grant usage on schema post to rolecall_login;
