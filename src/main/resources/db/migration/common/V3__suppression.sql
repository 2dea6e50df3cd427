create sequence suppression_seq start with 1 increment by 50;

-- The address is its key, or, where its owner asked to be erased, 64 hex digits of an HMAC of it.
create table suppression (
  id bigint not null primary key,
  address varchar(254) not null,
  hashed boolean not null,
  reason varchar(32) not null,
  detail varchar(1000),
  suppressed_at timestamp(6) with time zone not null,
  constraint suppression_address_unique unique (address)
);

-- One row: the key of those HMACs, in base64.
create table erasure_key (
  id integer not null primary key,
  secret varchar(64) not null
);
