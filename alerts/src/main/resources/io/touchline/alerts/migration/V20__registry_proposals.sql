-- Changes of the registry that one person proposes and another decides.
create table registry_proposal (
  id          uuid        primary key,
  state       text        not null check (state in ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
  change      json        not null,
  enterprise  text        not null,
  proposed_by text        not null,
  proposed_at timestamptz not null,
  reason      text        not null,
  decided_by  text,
  decided_at  timestamptz,
  decision    text,
  version     int,
  check ((state = 'OPEN') = (decided_by is null)),
  check ((state = 'APPROVED') = (version is not null)),
  check (state not in ('APPROVED', 'REFUSED') or lower(decided_by) <> lower(proposed_by))
);

create index registry_proposal_newest on registry_proposal (proposed_at desc);

-- Every step of every proposal, with who took it. Only ever added to.
create table registry_proposal_step (
  number      bigint      generated always as identity primary key,
  proposal_id uuid        not null references registry_proposal,
  state       text        not null,
  actor       text        not null,
  at          timestamptz not null,
  words       text,
  version     int
);

create index registry_proposal_step_of on registry_proposal_step (proposal_id, number);

create trigger registry_proposal_step_only_grows
  before update or delete or truncate on registry_proposal_step
  for each statement execute function never_changes();

do $$
begin
  if exists (select from pg_roles where rolname = 'touchline_alerts') then
    grant select, insert, update on registry_proposal to touchline_alerts;
    grant select, insert on registry_proposal_step to touchline_alerts;
  end if;
end $$;
