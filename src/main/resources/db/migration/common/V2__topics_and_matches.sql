create sequence topic_seq start with 1 increment by 50;

create table topic (
  id bigint not null primary key,
  kind varchar(10) not null,
  canonical varchar(1000) not null,
  active boolean not null,
  constraint topic_once unique (kind, canonical)
);

create index topic_active on topic (active, id);

create table paper_match (
  topic_id bigint not null references topic,
  paper_id bigint not null references paper,
  announced_on date not null,
  score real not null,
  reason varchar not null,
  primary key (topic_id, paper_id)
);

create index paper_match_by_day on paper_match (announced_on, topic_id);
create index paper_match_by_paper on paper_match (paper_id);

create table match_count (
  topic_id bigint not null references topic,
  announced_on date not null,
  total integer not null,
  primary key (topic_id, announced_on)
);

-- Work that is still to do: a day whose papers changed, or a topic somebody began to read.
-- Rows are only ever added and removed, so that asking never waits for the work.
create sequence matching_request_seq start with 1 increment by 50;

create table matching_request (
  id bigint not null primary key,
  announced_on date,
  topic_id bigint
);

-- One row, locked by whoever matches, over all instances.
create table matching_turn (id integer not null primary key);
insert into matching_turn (id) values (1);
