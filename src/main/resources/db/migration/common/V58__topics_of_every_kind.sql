-- The words of a topic in a reader's own words; its canonical text is their digest, for they may be long.
alter table topic add column wording varchar(4000);

alter table subscription_topic add column kind varchar(10) default 'QUERY' not null;
alter table subscription_topic add column strength varchar(10) default 'NORMAL' not null;
alter table subscription_topic alter column written set data type varchar(4000);

alter table subscription_mute add column kind varchar(10) default 'QUERY' not null;
alter table subscription_mute add column strength varchar(10) default 'NORMAL' not null;
alter table subscription_mute alter column written set data type varchar(4000);
