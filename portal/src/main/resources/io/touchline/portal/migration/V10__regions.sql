-- What regions, enterprises and sectors emitted, as said last. Derived from the topics. Amounts are
-- milligrams, of energy watt-hours.
create table total (
  scope       text        not null,
  id          text        not null,
  factor      text        not null,
  period      text        not null,
  started_at  timestamptz not null,
  measured    bigint      not null,
  substituted bigint      not null,
  permitted   bigint,
  outlets     int         not null,
  primary key (scope, id, period, started_at, factor)
);

create table region (
  code   text primary key,
  name   text not null,
  parent text
);

-- What each region may emit in its target years.
create table target (
  region text primary key,
  record json not null
);

-- Where regions stand on the way there, month by month.
create table barometer (
  key         text primary key,
  region      text        not null,
  factor      text        not null,
  target_year int         not null,
  month       timestamptz not null,
  record      json        not null
);

create index barometer_of on barometer (region, month);
