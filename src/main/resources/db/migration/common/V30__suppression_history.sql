-- Every time an address was put on the suppression list, also after it was lifted.
-- Ids come from suppression_seq, so that those of the rows that are listed already serve here too.
create table suppression_history (
  id bigint not null primary key,
  -- As in suppression: the address's key, or a keyed hash of it once its owner was erased.
  address varchar(254) not null,
  hashed boolean not null,
  reason varchar(32) not null,
  detail varchar(1000),
  suppressed_at timestamp(6) with time zone not null,
  -- Null while the address is on the list.
  lifted_at timestamp(6) with time zone,
  lifted_by varchar(20)
);

create index suppression_history_by_address on suppression_history (address);
create index suppression_history_by_lifting on suppression_history (lifted_at);

insert into suppression_history (id, address, hashed, reason, detail, suppressed_at)
  select id, address, hashed, reason, detail, suppressed_at from suppression;
