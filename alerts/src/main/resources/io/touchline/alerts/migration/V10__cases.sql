-- Enforcement cases. What happened is in case_event and is only added to; all else here can be formed
-- anew from it, apart from what topics brought (dischargers, facts) and what people set.

-- What topics say of enterprises and regions, for lists and for who may see a case.
create table region (
  code   text primary key,
  name   text,
  parent text
);

create table discharger (
  code        text primary key,
  name        text,
  region_code text,
  sector      text,
  permits     text
);

create table discharger_outlet (
  mn              text primary key,
  name            text,
  enterprise_code text
);
create index discharger_outlet_of on discharger_outlet (enterprise_code);

-- What data say of an enterprise, each at its highest revision.
create table case_fact (
  id         text primary key,
  kind       text not null check (kind in ('EXCEEDANCE', 'TOTAL', 'HINT')),
  place      text not null,
  enterprise text,
  started_at timestamptz not null,
  revision   int not null,
  gone       boolean not null,
  fact       json not null
);
create index case_fact_of on case_fact (enterprise, started_at);
create index case_fact_lost on case_fact (place) where enterprise is null;

create sequence case_number;

-- Every event of every case, as it is on topic cases. Only ever added to.
create table case_event (
  case_id       text        not null,
  sequence      bigint      not null,
  event_id      text        not null,
  at            timestamptz not null,
  previous_hash text        not null,
  hash          text        not null,
  record        json        not null,
  primary key (case_id, sequence),
  unique (case_id, event_id)
);

create trigger case_event_only_grows
  before update or delete or truncate on case_event
  for each statement execute function never_changes();

-- The end of each chain, kept apart from it: it shows where an end was cut off.
create table case_head (
  case_id  text primary key,
  sequence bigint not null,
  hash     text   not null
);

-- Cases as they stand, for those who look for them. Proves nothing.
create table case_state (
  case_id     text primary key,
  enterprise  text        not null,
  stage       text        not null,
  is_open     boolean     not null,
  grounds     text[]      not null,
  opened_at   timestamptz not null,
  next_due    date,
  record      json        not null
);
-- One open case of an enterprise.
create unique index case_state_one_open on case_state (enterprise) where is_open;
create index case_state_newest on case_state (opened_at desc, case_id desc);
create index case_state_of on case_state (enterprise, opened_at desc);

-- What goes to topics, in the order of its numbers. A batch is sent as one Kafka transaction.
create table outbox (
  number  bigint generated always as identity primary key,
  kind    text not null check (kind in ('CASE_EVENT', 'CASE_STATE', 'CARD_LIST')),
  key     text not null,
  value   text not null,
  batch   bigint,
  sent_at timestamptz
);
create index outbox_waiting on outbox (number) where sent_at is null;
create sequence outbox_batch;

-- Who looked at which case, who did what. Only ever added to; each line is chained to the one before.
create table access_log (
  number        bigint primary key,
  at            timestamptz not null,
  login         text        not null,
  role          text        not null,
  action        text        not null,
  subject       text        not null,
  detail        text        not null,
  previous_hash text        not null,
  hash          text        not null
);
create index access_log_of on access_log (subject, number);

create trigger access_log_only_grows
  before update or delete or truncate on access_log
  for each statement execute function never_changes();

create table access_head (
  only_one boolean primary key default true check (only_one),
  number   bigint not null,
  hash     text   not null
);
insert into access_head (number, hash) values (0, repeat('0', 64));

-- Lists by prefecture and period, each version once. What is public stays what it is.
create table card_list (
  prefecture   text not null,
  kind         text not null check (kind in ('MONTH', 'QUARTER')),
  first_day    date not null,
  version      int  not null,
  state        text not null check (state in ('DRAFT', 'REVIEWED', 'PUBLISHED')),
  content      json not null,
  content_hash text not null,
  reviewer     text,
  reviewed_at  timestamptz,
  signature    json,
  published_at timestamptz,
  primary key (prefecture, kind, first_day, version)
);

create function published_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'PUBLISHED' then
    raise exception 'a published list stays what it is: % refused', tg_op;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger card_list_published_stays
  before update or delete on card_list
  for each row execute function published_stays();
create trigger card_list_no_truncate
  before truncate on card_list
  for each statement execute function never_changes();

-- Who publishes in a prefecture; a desk, not a person.
create table publisher (
  prefecture text primary key,
  authority  text not null,
  contact    text not null
);

-- Rows of law that were not seen in their text and that an officer adopted by name. Only added to:
-- the latest line of a row counts.
create table law_adoption (
  number  bigint generated always as identity primary key,
  law_row text        not null,
  adopted boolean     not null,
  officer text        not null,
  reason  text        not null,
  at      timestamptz not null
);

create trigger law_adoption_only_grows
  before update or delete or truncate on law_adoption
  for each statement execute function never_changes();

-- Deadlines that somebody was told of, each once.
create table case_reminder (
  case_id     text not null,
  duty        text not null,
  last_day    date not null,
  step        text not null,
  person_id   text not null,
  channel_id  text not null,
  delivery_id uuid not null references delivery,
  told_at     timestamptz not null,
  snapshot    json not null,
  primary key (case_id, duty, last_day, step, person_id, channel_id)
);
create index case_reminder_of on case_reminder (delivery_id);

-- What the checks of cases and lists found.
create table case_check (
  number   bigint generated always as identity primary key,
  at       timestamptz not null,
  cases    bigint not null,
  events   bigint not null,
  accesses bigint not null,
  faults   json   not null
);

alter table app_user add column totp_secret text;
alter table app_user add column totp_used bigint not null default 0;

do $$
begin
  if exists (select from pg_roles where rolname = 'touchline_alerts') then
    grant select, insert, update, delete on all tables in schema alerts to touchline_alerts;
    grant usage on all sequences in schema alerts to touchline_alerts;
    revoke update, delete, truncate
      on alert_history, delivery_outcome, episode_revision, mark, case_event, access_log, law_adoption
      from touchline_alerts;
    revoke delete, truncate on case_head, access_head, card_list, case_check from touchline_alerts;
    revoke all on flyway_schema_history from touchline_alerts;
  end if;
end $$;
