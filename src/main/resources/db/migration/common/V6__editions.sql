create sequence edition_seq start with 1 increment by 50;

create table edition (
  id bigint not null primary key,
  subscription_id bigint not null references subscription,
  period varchar(10) not null,
  slot_on date not null,
  composed_for timestamp(6) with time zone not null,
  composed_at timestamp(6) with time zone not null,
  papers_new integer not null,
  topics varchar(500) array not null,
  items text not null,
  -- Its mail ended without reaching the reader: the papers may come again.
  released boolean not null,
  constraint edition_once unique (subscription_id, period)
);

create index edition_by_reader on edition (subscription_id, composed_for);
create index edition_by_age on edition (composed_at);

create sequence digest_round_seq start with 1 increment by 50;

create table digest_round (
  id bigint not null primary key,
  round_at timestamp(6) with time zone not null,
  started_at timestamp(6) with time zone not null,
  finished_at timestamp(6) with time zone,
  due integer not null,
  editions integer not null,
  empty integer not null,
  mails integer not null
);
