-- The papers of an edition once more, only which they are: what a later edition leaves out. Null in older rows.
alter table edition add column papers varchar;

-- What a round asks for a reader is what was composed lately.
drop index edition_by_reader;
create index edition_by_reader on edition (subscription_id, composed_at);

-- First digests go ahead; the id is in it so that a round goes on where it stopped.
drop index subscription_due;
create index subscription_due on subscription (first_digest_due, due_at, id);

-- A round takes numbers by the thousand.
alter sequence edition_seq increment by 1000;
