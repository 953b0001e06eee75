-- Samples that came in here, as they were published: every version of every factor of every one.
-- enterprise_code says which discharger reported it, and is null for the authority. Only ever added
-- to.
create table sample (
  mn              text not null,
  id              text not null,
  factor          text not null,
  version         int  not null,
  enterprise_code text,
  record          json not null,
  published_at    timestamptz not null,
  primary key (mn, id, factor, version)
);

create trigger sample_only_grows
  before update or delete or truncate on sample
  for each statement execute function never_changes();

do $$
begin
  if exists (select from pg_roles where rolname = 'touchline_alerts') then
    grant select, insert on sample to touchline_alerts;
  end if;
end $$;
