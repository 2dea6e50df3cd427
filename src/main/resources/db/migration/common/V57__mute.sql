-- What a reader never wants to see, in the reader's words.
create table subscription_mute (
  subscription_id bigint not null references subscription,
  place integer not null,
  topic_id bigint not null references topic,
  written varchar(500) not null,
  primary key (subscription_id, place)
);

create index subscription_mute_by_topic on subscription_mute (topic_id);

-- A topic is active while somebody asks it or mutes it.
alter table topic add column asked boolean default false not null;
alter table topic add column muted boolean default false not null;
update topic set asked = active;

-- All papers of one day that answer a topic somebody mutes; day_match has only the best of them.
create table day_mute (
  topic_id bigint not null references topic,
  announced_on date not null,
  papers bigint array not null,
  primary key (topic_id, announced_on)
);

create index day_mute_by_day on day_mute (announced_on, topic_id);
