-- The last due days on which a reader got no mail, and why: a line each, newest first.
alter table subscription add column silences varchar(2000) default '' not null;

-- The operator is mailed about sources too.
alter table operator_alert add column kind varchar(16) default 'PAUSED' not null;
alter table operator_alert add column about varchar(80) default '' not null;
