-- What papers and topics mean, as the vectors of a model: packed bytes, made once and kept.
create table paper_meaning (
  paper_id bigint not null primary key references paper,
  revision integer not null,
  model varchar(100) not null,
  vectors bytea not null
);

create table topic_meaning (
  topic_id bigint not null primary key references topic,
  model varchar(100) not null,
  vectors bytea not null
);
