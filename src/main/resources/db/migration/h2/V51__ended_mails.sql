create index outgoing_mail_ended on outgoing_mail (ended_at, state);
