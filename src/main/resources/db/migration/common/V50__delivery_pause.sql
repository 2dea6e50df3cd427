-- One row: what the operator, or a run of refusals by policy, keeps from being sent.
create table delivery_pause (
  id integer not null primary key,
  lanes varchar(16) array not null,
  paused_at timestamp(6) with time zone,
  reason varchar(1000),
  cause varchar(16),
  -- Counts resumptions, so that every instance sees that there was one.
  resumes bigint not null
);
insert into delivery_pause (id, lanes, resumes) values (1, cast(array[] as varchar(16) array), 0);

create sequence operator_alert_seq start with 1 increment by 1;

-- What the operator was mailed about.
create table operator_alert (
  id bigint not null primary key,
  raised_at timestamp(6) with time zone not null,
  reason varchar(1000) not null
);
