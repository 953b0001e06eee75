-- What enterprises have left of their permitted amounts, as said last. Derived from the topics.
create table budget (
  key        text primary key,
  enterprise text        not null,
  started_at timestamptz not null,
  ended_on   date        not null,
  record     json        not null
);

create index budget_of on budget (enterprise, ended_on);
