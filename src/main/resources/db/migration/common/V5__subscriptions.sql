create sequence subscriber_seq start with 1 increment by 50;

create table subscriber (
  id bigint not null primary key,
  address varchar(254) not null,
  address_key varchar(254) not null unique,
  -- Consent, kept as evidence: when it was asked for and given, from where (hashed), to which words.
  consent_asked_at timestamp(6) with time zone not null,
  consent_asked_from varchar(64) not null,
  consent_given_at timestamp(6) with time zone not null,
  consent_given_from varchar(64) not null,
  consent_wording varchar(40) not null
);

create sequence subscription_seq start with 1 increment by 50;

create table subscription (
  id bigint not null primary key,
  subscriber_id bigint not null unique references subscriber,
  status varchar(20) not null,
  frequency varchar(20) not null,
  weekday varchar(10) not null,
  deliver_at time not null,
  time_zone varchar(60) not null,
  max_papers integer not null,
  trending boolean not null,
  send_empty boolean not null,
  due_at timestamp(6) with time zone,
  first_digest_due boolean not null,
  confirmed_at timestamp(6) with time zone not null,
  left_at timestamp(6) with time zone,
  last_round_at timestamp(6) with time zone,
  last_outcome varchar(40),
  last_papers_seen integer,
  last_slot_on date
);

create index subscription_due on subscription (due_at);

create table subscription_topic (
  subscription_id bigint not null references subscription,
  place integer not null,
  topic_id bigint not null references topic,
  written varchar(500) not null,
  primary key (subscription_id, place)
);

create index subscription_topic_by_topic on subscription_topic (topic_id);

create sequence sign_up_seq start with 1 increment by 50;

-- What a stranger asked for at the door: a sign-up with its choices, or a fresh preferences link.
create table sign_up (
  id bigint not null primary key,
  kind varchar(20) not null,
  address varchar(254) not null,
  address_key varchar(254) not null,
  choices varchar,
  asked_at timestamp(6) with time zone not null,
  asked_from varchar(64) not null,
  answer varchar(20) not null,
  answered_at timestamp(6) with time zone,
  subscription_id bigint,
  confirmed_at timestamp(6) with time zone
);

create index sign_up_by_address on sign_up (address_key, answered_at);
create index sign_up_open on sign_up (answer, id);
