create sequence bounce_event_seq start with 1 increment by 50;

-- What came back for a mail, once of each kind; forgotten with the mail.
create table bounce_event (
  id bigint not null primary key,
  mail_id bigint not null references outgoing_mail (id) on delete cascade,
  kind varchar(16) not null,
  status varchar(40),
  detail varchar(1000) not null,
  source varchar(16) not null,
  -- Stands for the address, which only the mail's own row keeps; null where that row had none.
  address_hash varchar(64),
  received_at timestamp(6) with time zone not null,
  constraint bounce_event_once unique (mail_id, kind)
);

create index bounce_event_address on bounce_event (address_hash, received_at);
create index bounce_event_received on bounce_event (received_at, id);

-- Messages in a mailbox that has no folder to put them aside: left there, and not read again.
create table left_message (
  mailbox varchar(320) not null,
  uid varchar(100) not null,
  left_at timestamp(6) with time zone not null,
  primary key (mailbox, uid)
);
