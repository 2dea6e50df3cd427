-- What one topic found among the papers of one day, in one row: a busy day has millions of matches.
create table day_match (
  topic_id bigint not null references topic,
  announced_on date not null,
  total integer not null,
  matches varchar not null,
  primary key (topic_id, announced_on)
);

create index day_match_by_day on day_match (announced_on, topic_id);

-- The days that had matches are matched again.
insert into matching_request (id, announced_on)
select -row_number() over (order by announced_on), announced_on
from (select distinct announced_on from paper_match) days;

drop table paper_match;
drop table match_count;
