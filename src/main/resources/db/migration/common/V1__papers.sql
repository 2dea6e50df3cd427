create sequence paper_seq start with 1 increment by 50;

create table paper (
    id bigint not null,
    -- The canonical identity: arXiv id without version, else doi:..., else source:key.
    identifier varchar(300) not null,
    title varchar(1000) not null,
    summary varchar(20000) not null,
    authors varchar(300) array not null,
    organization varchar(300),
    categories varchar(40) array not null,
    published_on date,
    abstract_url varchar(2000),
    pdf_url varchar(2000),
    code_url varchar(2000),
    project_url varchar(2000),
    revision int not null,
    announced_at timestamp(6) with time zone not null,
    votes int not null,
    comments int not null,
    sources varchar(40) array not null,
    -- Which source each field came from, so that sources may arrive in any order.
    origins varchar(1000) not null,
    first_seen_at timestamp(6) with time zone not null,
    constraint paper_pk primary key (id),
    constraint paper_identifier_uq unique (identifier)
);

create index paper_announced_ix on paper (announced_at, votes);

-- The content of a paper before it changed; the current content is in paper.
create table paper_revision (
    paper_id bigint not null,
    revision int not null,
    title varchar(1000) not null,
    summary varchar(20000) not null,
    authors varchar(300) array not null,
    organization varchar(300),
    categories varchar(40) array not null,
    published_on date,
    abstract_url varchar(2000),
    pdf_url varchar(2000),
    code_url varchar(2000),
    project_url varchar(2000),
    constraint paper_revision_pk primary key (paper_id, revision),
    constraint paper_revision_paper_fk foreign key (paper_id) references paper (id)
);

create sequence ingestion_seq start with 1 increment by 50;

create table ingestion (
    id bigint not null,
    source varchar(40) not null,
    ingestion_date date not null,
    verdict varchar(20) not null,
    reason varchar(1000) not null,
    seen int not null,
    created int not null,
    updated int not null,
    unchanged int not null,
    rejected int not null,
    started_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone not null,
    constraint ingestion_pk primary key (id)
);

create index ingestion_started_ix on ingestion (started_at);
