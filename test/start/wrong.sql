create table half (agency_id uuid);
select 1 / 0;
