-- Since when nobody confirmed asks or mutes a topic: it is forgotten some time later, and the reader's words with it.
alter table topic add column unread_since timestamp(6) with time zone default current_timestamp not null;
