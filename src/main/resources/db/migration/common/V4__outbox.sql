create sequence outgoing_mail_seq start with 1 increment by 50;
create sequence delivery_attempt_seq start with 1 increment by 50;

create table outgoing_mail (
  id bigint not null primary key,
  kind varchar(32) not null,
  lane varchar(16) not null,
  -- Both null once the reader was erased.
  to_address varchar(254),
  to_key varchar(254),
  reference bigint not null,
  subscription_id bigint,
  state varchar(16) not null,
  reason varchar(32),
  -- Asked for while the mail was on the wire; obeyed unless the relay accepts it.
  cancel_asked varchar(32),
  attempts integer not null,
  uncertain boolean not null,
  last_reply varchar(1000),
  message_key varchar(300) not null,
  queued_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  -- Null in every final state, so that the index below holds the live rows in the order they are due.
  next_attempt_at timestamp(6) with time zone,
  lease_owner varchar(36),
  lease_until timestamp(6) with time zone,
  sent_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone
);

create index outgoing_mail_due on outgoing_mail (lane, next_attempt_at, id);
create index outgoing_mail_subscription on outgoing_mail (subscription_id);
create index outgoing_mail_to on outgoing_mail (to_key);
create index outgoing_mail_state on outgoing_mail (state, id);

create table delivery_attempt (
  id bigint not null primary key,
  mail_id bigint not null references outgoing_mail (id) on delete cascade,
  attempted_at timestamp(6) with time zone not null,
  outcome varchar(16) not null,
  code integer,
  enhanced varchar(16),
  reply varchar(1000)
);

create index delivery_attempt_mail on delivery_attempt (mail_id);
