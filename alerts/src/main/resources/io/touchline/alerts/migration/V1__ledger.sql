-- How far each inbox has come. The row moves in the transaction that holds what its records did.
create table inbox_offset (
  inbox       text   not null,
  topic       text   not null,
  part        int    not null,
  next_offset bigint not null,
  primary key (inbox, topic, part)
);

-- Records that could not be read or applied, whole, so that nothing is dropped.
create table inbox_parked (
  inbox         text        not null,
  topic         text        not null,
  part          int         not null,
  record_offset bigint      not null,
  record_key    bytea,
  record_value  bytea,
  reason        text        not null,
  parked_at     timestamptz not null,
  primary key (inbox, topic, part, record_offset)
);

-- What alerts needs to name an outlet to people.
create table outlet (
  mn              text primary key,
  code            text,
  name            text,
  enterprise_code text,
  enterprise_name text,
  region_code     text,
  region_name     text
);

-- Every revision of every episode, exactly as it stood on the topic. Only ever added to.
create table episode_revision (
  mn            text        not null,
  rule          text        not null,
  started_at    timestamptz not null,
  revision      int         not null,
  state         text        not null check (state in ('OPEN', 'CLOSED', 'WITHDRAWN')),
  record        json        not null,
  source_topic  text        not null,
  source_part   int         not null,
  source_offset bigint      not null,
  published_at  timestamptz not null,
  primary key (mn, rule, started_at, revision)
);

create function never_changes() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to: % refused', tg_table_name, tg_op;
end $$;

create trigger episode_revision_only_grows
  before update or delete or truncate on episode_revision
  for each statement execute function never_changes();

-- Where each episode stands now: its highest revision.
create table episode (
  mn           text        not null,
  rule         text        not null,
  started_at   timestamptz not null,
  revision     int         not null,
  state        text        not null check (state in ('OPEN', 'CLOSED', 'WITHDRAWN')),
  factor       text        not null,
  published_at timestamptz not null,
  record       json        not null,
  primary key (mn, rule, started_at)
);

create index episode_open on episode (started_at desc, mn) where state = 'OPEN';
create index episode_of_outlet on episode (mn, started_at desc);
create index episode_state on episode (state);
