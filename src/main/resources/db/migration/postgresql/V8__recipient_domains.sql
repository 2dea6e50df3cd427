update outgoing_mail set to_domain = substring(to_address from '@([^@]+)$') where next_attempt_at is not null;

-- Only the live rows are ever looked for by when they are due.
drop index outgoing_mail_due;
create index outgoing_mail_due on outgoing_mail (lane, next_attempt_at, id) where next_attempt_at is not null;
create index outgoing_mail_due_by_domain on outgoing_mail (lane, to_domain, next_attempt_at)
  where next_attempt_at is not null;

-- A claimed row is written three times within moments: with room on its page, most of that stays there.
alter table outgoing_mail set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
