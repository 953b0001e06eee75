-- All of this is derived from the topics: it can be dropped and read anew.

create table outlet (
  mn              text primary key,
  region_code     text,
  enterprise_name text,
  record          json not null
);

-- One factor of one hour or day as it stands now. Times are starts of periods.
create table period_mean (
  mn              text        not null,
  period          text        not null,
  started_at      timestamptz not null,
  factor          text        not null,
  record_revision int         not null,
  revision        int         not null,
  cause           text        not null,
  value           numeric,
  converted       numeric,
  rederived       numeric,
  unit            text,
  mass_mg         bigint,
  valid           boolean     not null,
  reason          text        not null,
  source          text        not null,
  rule            text,
  limit_lower     numeric,
  limit_value     numeric,
  limit_unit      text,
  limit_basis     text,
  limit_source    text,
  limit_clause    text,
  verdict         text,
  judged          numeric,
  multiple        numeric,
  judged_reason   text,
  inputs          int[],
  published_at    timestamptz not null,
  primary key (mn, period, started_at, factor)
);

create index period_mean_judged on period_mean (mn, factor, period, verdict)
  where verdict in ('COMPLIANT', 'EXCEEDS');

-- Revisions that a newer one replaced while this portal was watching.
create table period_mean_past (like period_mean including defaults);
alter table period_mean_past add primary key (mn, period, started_at, factor, revision);

-- The newest period of each factor, so that no page has to search for it.
create table latest_mean (
  mn         text        not null,
  period     text        not null,
  factor     text        not null,
  started_at timestamptz not null,
  primary key (mn, period, factor)
);

-- Where a period's numbers came from; period_mean.inputs points into the array.
create table period_frames (
  mn              text        not null,
  period          text        not null,
  started_at      timestamptz not null,
  record_revision int         not null,
  frames          json        not null,
  primary key (mn, period, started_at)
);

-- The newest real-time or minute value of each factor.
create table latest_reading (
  mn          text        not null,
  factor      text        not null,
  data_time   timestamptz not null,
  received_at timestamptz not null,
  cn          text        not null,
  value       numeric,
  converted   numeric,
  unit        text,
  flag        text,
  raw         text,
  primary key (mn, factor)
);

-- When each outlet was last heard of.
create table contact (
  mn          text primary key,
  received_at timestamptz not null
);
