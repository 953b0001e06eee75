-- How loggers are connected, who asks to be registered, and what was not accepted lately. Derived
-- from the topics.
create table connection (
  mn      text primary key,
  gateway text not null,
  record  json not null
);

create table proposal (
  mn     text primary key,
  record json not null
);

-- The latest pieces alone, each whole.
create table quarantined (
  partition   int         not null,
  position    bigint      not null,
  key         text,
  received_at timestamptz not null,
  reason      text        not null,
  detail      text        not null,
  peer        text,
  gateway     text,
  bytes       bytea       not null,
  primary key (partition, position)
);

create index quarantined_newest on quarantined (received_at desc, partition, position);
create index quarantined_of on quarantined (key, received_at desc);
