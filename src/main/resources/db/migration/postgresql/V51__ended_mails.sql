-- Without the live rows, whose every step would otherwise write into it.
create index outgoing_mail_ended on outgoing_mail (ended_at, state) where ended_at is not null;
