-- Scores are on another scale: the days that had matches or muted papers are matched again.
insert into matching_request (id, announced_on)
select (select coalesce(min(id), 0) from matching_request) - row_number() over (order by announced_on), announced_on
from (select announced_on from day_match union select announced_on from day_mute) days;
