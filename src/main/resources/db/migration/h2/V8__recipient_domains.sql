update outgoing_mail set to_domain = substring(to_address, instr(to_address, '@', -1) + 1) where next_attempt_at is not null;

create index outgoing_mail_due_by_domain on outgoing_mail (lane, to_domain, next_attempt_at);
