-- No index holds the state: a mail that goes on the wire is then written where it stands (HOT), without touching any.
drop index outgoing_mail_state;
drop index outgoing_mail_ended;
create index outgoing_mail_ended on outgoing_mail (ended_at) where ended_at is not null;
