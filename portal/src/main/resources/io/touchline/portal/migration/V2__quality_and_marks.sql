-- What people should look at, as said last. Derived from the topics, as all of it.
create table finding (
  mn           text        not null,
  kind         text        not null,
  factor       text        not null,
  started_at   timestamptz not null,
  ended_at     timestamptz,
  score        numeric,
  detail       text        not null,
  evidence     json        not null,
  revision     int         not null,
  withdrawn    boolean     not null,
  published_at timestamptz not null,
  primary key (mn, kind, factor, started_at)
);

create index finding_standing on finding (started_at desc) where not withdrawn;

-- Every version of every operator's mark.
create table mark (
  mn         text        not null,
  id         text        not null,
  origin     text        not null,
  version    int         not null,
  marked_at  timestamptz not null,
  factor     text,
  started_at timestamptz not null,
  ended_at   timestamptz not null,
  kind       text        not null,
  author     text        not null,
  reason     text        not null,
  attachment text,
  state      text        not null,
  primary key (mn, id, origin, version, marked_at)
);
