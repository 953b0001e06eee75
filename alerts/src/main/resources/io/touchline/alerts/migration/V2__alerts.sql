-- What routing needs of an outlet besides its names. All topics are read again to fill it: every
-- write is idempotent.
alter table outlet add column medium text;
delete from inbox_offset where inbox = 'alerts';

-- What the registry does not say of an enterprise.
create table enterprise (
  code           text primary key,
  sector         text,
  key_discharger boolean not null default false
);

create table alert (
  id              uuid primary key,
  place           text not null,
  factor          text not null,
  rule            text not null,
  subject         text not null,
  status          text not null check (status in ('OPEN', 'ENDED', 'WITHDRAWN')),
  grade           text not null,
  reasons         json not null,
  first_seen      timestamptz not null,
  last_seen       timestamptz not null,
  occurrences     int not null,
  periods         int not null,
  worst           numeric,
  multiple        numeric,
  days            int,
  share           numeric,
  score           numeric,
  limit_value     text,
  unit            text,
  detail          text,
  cycle           int not null,
  life            text not null,
  owner           text,
  opinion         text,
  close_code      text,
  close_evidence  text,
  place_name      text,
  enterprise_code text,
  enterprise_name text,
  region_code     text,
  region_name     text,
  medium          text,
  sector          text,
  key_discharger  boolean not null default false,
  opened_at       timestamptz not null,
  changed_at      timestamptz not null,
  look_at         timestamptz
);

-- One open alert of a place, factor and rule.
create unique index alert_one_open on alert (place, factor, rule)
  where status = 'OPEN' and life <> 'CLOSED';
create index alert_of_key on alert (place, factor, rule, last_seen);
create index alert_newest on alert (last_seen desc, id);
create index alert_open_newest on alert (last_seen desc, id) where status = 'OPEN' and life <> 'CLOSED';
create index alert_open_region on alert (region_code text_pattern_ops, last_seen desc, id)
  where status = 'OPEN' and life <> 'CLOSED';
create index alert_enterprise on alert (enterprise_code, last_seen desc, id);
create index alert_look on alert (look_at) where look_at is not null;

-- The occurrences that alerts stand on, each at its highest revision.
create table alert_ground (
  place      text not null,
  factor     text not null,
  rule       text not null,
  started_at timestamptz not null,
  alert_id   uuid not null references alert,
  revision   int not null,
  ground     json not null,
  primary key (place, factor, rule, started_at)
);
create index alert_ground_of on alert_ground (alert_id);

-- Periods judged after an alert opened, each at its highest revision.
create table judged_period (
  place      text not null,
  factor     text not null,
  subject    text not null,
  started_at timestamptz not null,
  revision   int not null,
  complies   boolean not null,
  primary key (place, factor, subject, started_at)
);

-- Everything that happened to an alert. Only ever added to.
create table alert_history (
  number   bigint generated always as identity primary key,
  alert_id uuid not null references alert,
  at       timestamptz not null,
  actor    text not null,
  event    text not null,
  detail   json not null
);
create index alert_history_of on alert_history (alert_id, number);

create trigger alert_history_only_grows
  before update or delete or truncate on alert_history
  for each statement execute function never_changes();

-- Notices that something holds back, and that are tried again.
create table held_notice (
  alert_id uuid not null references alert,
  change   text not null,
  stage    text not null,
  reason   text not null,
  since    timestamptz not null,
  tried_at timestamptz not null,
  primary key (alert_id, change)
);
create index held_notice_next on held_notice (tried_at);

-- Due clocks that run.
create table due_step (
  alert_id uuid not null references alert,
  step     text not null,
  clock    text not null,
  due_at   timestamptz not null,
  source   text not null,
  primary key (alert_id, step)
);
create index due_step_next on due_step (due_at);

create table channel (
  id         text primary key,
  kind       text not null,
  enabled    boolean not null default true,
  settings   json not null,
  per_minute int not null
);

create table person (
  id              text primary key,
  name            text not null,
  language        text not null default 'ZH' check (language in ('ZH', 'EN')),
  enterprise_code text
);
create index person_of_enterprise on person (enterprise_code);

create table person_address (
  person_id  text not null references person on delete cascade,
  channel_id text not null references channel on delete cascade,
  address    text not null,
  primary key (person_id, channel_id)
);

create table roster (
  id   text primary key,
  name text not null
);

-- Who of a roster is on duty: on which weekdays (bit 0 Monday), between which hours in China, from
-- when until when.
create table roster_shift (
  number     bigint generated always as identity primary key,
  roster_id  text not null references roster on delete cascade,
  person_id  text not null references person on delete cascade,
  weekdays   int  not null default 127,
  from_hour  int  not null default 0,
  to_hour    int  not null default 24,
  valid_from timestamptz,
  valid_to   timestamptz
);
create index roster_shift_of on roster_shift (roster_id);

-- Which alerts go to which roster by which channels. A null column matches everything.
create table route (
  id            text primary key,
  escalation    text not null default 'FIRST' check (escalation in ('FIRST', 'DUE', 'OVERDUE')),
  region_prefix text,
  sector        text,
  medium        text,
  factor        text,
  subjects      text,
  grade_from    text not null default 'NOTICE',
  recipients    text not null,
  channels      text not null,
  pace          text not null default 'NOW' check (pace in ('NOW', 'HOURLY', 'DAILY'))
);

create table silence (
  id            uuid primary key,
  region_prefix text,
  enterprise    text,
  place         text,
  factor        text,
  subject       text,
  from_at       timestamptz not null,
  to_at         timestamptz not null,
  author        text not null,
  reason        text not null,
  ended_at      timestamptz
);

create table planned_stop (
  id       uuid primary key,
  place    text not null,
  from_at  timestamptz not null,
  to_at    timestamptz not null,
  author   text not null,
  reason   text not null,
  ended_at timestamptz
);
create index planned_stop_of on planned_stop (place);

-- One message on its way: it gathers what there is to tell until it is due.
create table delivery (
  id         uuid primary key,
  person_id  text not null,
  channel_id text not null references channel,
  address    text not null,
  language   text not null,
  bundle     text not null,
  state      text not null
    check (state in ('GATHERING', 'SENDING', 'RETRY', 'DELIVERED', 'GAVE_UP', 'EMPTY')),
  created_at timestamptz not null,
  due_at     timestamptz not null,
  lease_till timestamptz,
  attempts   int not null default 0,
  done_at    timestamptz
);
create unique index delivery_gathering on delivery (person_id, channel_id, bundle, due_at)
  where state = 'GATHERING';
create index delivery_due on delivery (channel_id, due_at)
  where state in ('GATHERING', 'SENDING', 'RETRY');
create index delivery_of_person on delivery (person_id, created_at desc);

-- What a message tells: one change of one alert to one person by one channel, once.
create table tale (
  alert_id    uuid not null references alert,
  person_id   text not null,
  channel_id  text not null,
  change      text not null,
  cycle       int  not null,
  delivery_id uuid not null references delivery,
  pace        text not null,
  snapshot    json not null,
  told_at     timestamptz not null,
  taken_back  boolean not null default false,
  primary key (alert_id, person_id, channel_id, change, cycle)
);
create index tale_of_delivery on tale (delivery_id);

create table delivery_attempt (
  delivery_id uuid not null references delivery,
  channel_id  text not null,
  attempt     int not null,
  at          timestamptz not null,
  primary key (delivery_id, attempt)
);
create index delivery_attempt_rate on delivery_attempt (channel_id, at);

-- What came of each attempt. Only ever added to.
create table delivery_outcome (
  delivery_id uuid not null references delivery,
  attempt     int not null,
  at          timestamptz not null,
  outcome     text not null,
  detail      text not null,
  primary key (delivery_id, attempt)
);

create trigger delivery_outcome_only_grows
  before update or delete or truncate on delivery_outcome
  for each statement execute function never_changes();

-- Who may come in. The hash is bcrypt's text.
create table app_user (
  login           text primary key,
  password_hash   text not null,
  role            text not null,
  region_prefix   text,
  enterprise_code text,
  person_id       text,
  failures        int not null default 0,
  locked_till     timestamptz
);

create table access_token (
  token_hash bytea primary key,
  login      text not null references app_user on delete cascade,
  expires_at timestamptz not null
);

create table idempotent_answer (
  login       text not null,
  request_key text not null,
  fingerprint text not null,
  status      int  not null,
  body        text not null,
  at          timestamptz not null,
  primary key (login, request_key)
);

-- Marks that came in here, as they were published: every version of every one. Only ever added to.
create table mark (
  mn           text not null,
  id           text not null,
  version      int  not null,
  record       json not null,
  published_at timestamptz not null,
  primary key (mn, id, version)
);

create trigger mark_only_grows
  before update or delete or truncate on mark
  for each statement execute function never_changes();

-- The role that an installation works under once its schema stands: it can add to what is only
-- added to, and no more. Roles belong to the whole server; where this user may not make one, the
-- triggers alone keep the histories.
do $$
begin
  if not exists (select from pg_roles where rolname = 'touchline_alerts') then
    create role touchline_alerts nologin;
  end if;
  execute format('grant touchline_alerts to %I', current_user);
exception
  when insufficient_privilege or duplicate_object or unique_violation then
    raise notice 'role touchline_alerts was not made here';
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'touchline_alerts') then
    grant usage on schema alerts to touchline_alerts;
    grant select, insert, update, delete on all tables in schema alerts to touchline_alerts;
    revoke update, delete, truncate
      on alert_history, delivery_outcome, episode_revision, mark from touchline_alerts;
    revoke all on flyway_schema_history from touchline_alerts;
  end if;
end $$;
