-- The Account Owner is a pointer, so there is never none and never two, and this key carries what an owner must be: an active
-- Account Administrator. A media agency points at one active Admin in the same way, so it always has one.
-- Immediate, alone and last: transfer first, demote after; and a distributed database adds it again after spreading the tables.
alter table agency add constraint owner_is_active_administrator
  foreign key (id, owner_id, owner_level, owner_status) references person (agency_id, id, level, status);
