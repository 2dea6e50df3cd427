alter table outgoing_mail add column to_domain varchar(255);

-- The mails that were allowed to leave, by what is counted and in slots of time.
create table mails_allowed (
  scope varchar(300) not null,
  slot timestamp(6) with time zone not null,
  mails integer not null,
  primary key (scope, slot)
);

-- One row, locked by whoever takes of them.
create table rate_turn (id integer not null primary key);
insert into rate_turn (id) values (1);

-- A round accepts mails by the thousand.
alter sequence outgoing_mail_seq increment by 1000;
