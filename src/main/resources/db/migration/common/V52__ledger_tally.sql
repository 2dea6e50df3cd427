-- How many mails ended in each state before an instant, the same in all rows: nobody counts them again.
create table ledger_tally (
  state varchar(16) not null primary key,
  mails bigint not null,
  counted_before timestamp(6) with time zone not null
);

insert into ledger_tally (state, mails, counted_before) values
  ('SENT', 0, timestamp with time zone '1970-01-01 00:00:00+00:00'),
  ('FAILED', 0, timestamp with time zone '1970-01-01 00:00:00+00:00'),
  ('SUPPRESSED', 0, timestamp with time zone '1970-01-01 00:00:00+00:00'),
  ('CANCELLED', 0, timestamp with time zone '1970-01-01 00:00:00+00:00'),
  ('EXPIRED', 0, timestamp with time zone '1970-01-01 00:00:00+00:00');
