-- How an ingestion ended in each category.
create table ingestion_category (
  ingestion_id bigint not null references ingestion (id) on delete cascade,
  category varchar(40) not null,
  verdict varchar(20) not null,
  reason varchar(1000) not null,
  seen int not null,
  created int not null,
  primary key (ingestion_id, category)
);

-- Single papers were asked for, not a day.
alter table ingestion add column by_id boolean default false not null;

-- What a source announced in a category: what is announced again is not new.
create table announcement (
  source varchar(40) not null,
  category varchar(40) not null,
  identifier varchar(300) not null,
  announced_on date not null,
  primary key (source, category, identifier)
);

create index announcement_day_ix on announcement (announced_on);
create index announcement_paper_ix on announcement (source, identifier);

-- How far a followed category is known.
create table category_standing (
  source varchar(40) not null,
  category varchar(40) not null,
  -- Nothing is missing up to this day, included.
  complete_through date not null,
  -- Of what changed before this day nothing is missing: the archive is read from here on.
  reviewed_on date not null,
  -- The last day that needs no further asking.
  done_on date,
  -- How often it was asked on the last day it was asked.
  tried_on date,
  tries int not null,
  primary key (source, category)
);

-- One request or run at a time over all instances, and none before the moment the last one left.
create table source_turn (
  name varchar(80) not null primary key,
  owner uuid not null,
  free_at timestamp(6) with time zone not null
);

-- Title and abstract as the source wrote them in TeX, where people read them otherwise.
alter table paper add column title_source varchar(1000);
alter table paper add column summary_source varchar(20000);
