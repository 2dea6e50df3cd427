-- An edition of many papers has a few kilobytes: compressing it costs more than composing it.
alter table edition set (toast_tuple_target = 8160);
