-- Of which papers a reader wants more like them, or less. The paper by its identity, as in topics.
create table feedback (
  subscription_id bigint not null references subscription,
  paper varchar(300) not null,
  topic_id bigint not null references topic,
  want varchar(4) not null,
  given_at timestamp(6) with time zone not null,
  primary key (subscription_id, paper)
);

create index feedback_by_topic on feedback (topic_id);
