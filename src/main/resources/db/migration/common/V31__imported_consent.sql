-- The consent of an imported subscriber was given elsewhere: what is not known of it stays empty.
alter table subscriber alter column consent_asked_at drop not null;
alter table subscriber alter column consent_asked_from drop not null;
alter table subscriber alter column consent_given_from drop not null;
alter table subscriber alter column consent_wording drop not null;
-- Where it was given, in the words of who brought it, and when it was brought.
alter table subscriber add column consent_source varchar(500);
alter table subscriber add column imported_at timestamp(6) with time zone;
