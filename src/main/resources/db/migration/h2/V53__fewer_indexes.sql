-- Each commit writes every page it touches: an index costs more here than a walk over what is due now and then.
drop index outgoing_mail_state;
drop index outgoing_mail_due_by_domain;
drop index outgoing_mail_ended;
create index outgoing_mail_ended on outgoing_mail (ended_at);
