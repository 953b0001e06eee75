package io.touchline.alerts.cases;

import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.EnterpriseRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.RegionRecord;
import io.touchline.contract.Topics;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.calendar.WorkingDays;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The map: what each topic means for cases. */
public final class CaseIntake {

  private final Clock clock;
  private final WorkingDays calendar = WorkingDays.standard();

  public CaseIntake(Clock clock) {
    this.clock = clock;
  }

  /** In this order: who is who comes before what they did. */
  public List<Subscription<?>> subscriptions(Topics topics) {
    return List.of(
        new Subscription<>(topics.regions(), RegionRecord.class, regions()),
        new Subscription<>(topics.enterprises(), EnterpriseRecord.class, enterprises()),
        new Subscription<>(topics.outlets(), OutletRecord.class, outlets()),
        new Subscription<>(topics.exceedances(), ExceedanceRecord.class, exceedances()),
        new Subscription<>(topics.totals(), TotalRecord.class, totals()),
        new Subscription<>(topics.quality(), QualityRecord.class, findings()));
  }

  public Subscription.Handler<RegionRecord> regions() {
    return (handle, records) ->
        values(records)
            .forEach(
                region ->
                    handle.execute(
                        """
                        insert into alerts.region (code, name, parent) values (?, ?, ?)
                        on conflict (code) do update set
                          name = excluded.name, parent = excluded.parent""",
                        region.code(),
                        region.name(),
                        region.parent()));
  }

  public Subscription.Handler<EnterpriseRecord> enterprises() {
    return (handle, records) ->
        values(records)
            .forEach(
                enterprise ->
                    handle.execute(
                        """
                        insert into alerts.discharger (code, name, region_code, sector, permits)
                        values (?, ?, ?, ?, ?)
                        on conflict (code) do update set name = excluded.name,
                          region_code = excluded.region_code, sector = excluded.sector,
                          permits = excluded.permits""",
                        enterprise.code(),
                        enterprise.name(),
                        enterprise.regionCode(),
                        enterprise.sector(),
                        permits(enterprise)));
  }

  private static String permits(EnterpriseRecord enterprise) {
    return enterprise.permits() == null
        ? null
        : enterprise.permits().stream()
            .map(EnterpriseRecord.Permit::number)
            .distinct()
            .collect(Collectors.joining(", "));
  }

  /** What waited for an outlet's enterprise is looked at when that is known. */
  public Subscription.Handler<OutletRecord> outlets() {
    return (handle, records) ->
        values(records)
            .filter(outlet -> outlet.enterpriseCode() != null)
            .forEach(outlet -> put(handle, outlet));
  }

  private void put(Handle handle, OutletRecord outlet) {
    handle.execute(
        """
        insert into alerts.discharger (code, name, region_code) values (?, ?, ?)
        on conflict (code) do update set
          name = coalesce(alerts.discharger.name, excluded.name),
          region_code = coalesce(alerts.discharger.region_code, excluded.region_code)""",
        outlet.enterpriseCode(),
        outlet.enterpriseName(),
        outlet.regionCode());
    handle.execute(
        """
        insert into alerts.region (code, name) values (?, ?) on conflict (code) do nothing""",
        outlet.regionCode() == null ? "" : outlet.regionCode(),
        outlet.regionName());
    handle.execute(
        """
        insert into alerts.discharger_outlet (mn, name, enterprise_code) values (?, ?, ?)
        on conflict (mn) do update set
          name = excluded.name, enterprise_code = excluded.enterprise_code""",
        outlet.mn(),
        outlet.name(),
        outlet.enterpriseCode());
    List<Fact> waited = FactStore.found(handle, outlet.mn(), outlet.enterpriseCode());
    if (!waited.isEmpty()) {
      Detective detective = new Detective(handle, clock.instant(), calendar);
      detective.look(outlet.enterpriseCode(), waited);
      detective.finish();
    }
  }

  public Subscription.Handler<ExceedanceRecord> exceedances() {
    return facts(Fact::of);
  }

  public Subscription.Handler<TotalRecord> totals() {
    return facts(Fact::of);
  }

  public Subscription.Handler<QualityRecord> findings() {
    return facts(Fact::of);
  }

  private <T> Subscription.Handler<T> facts(Function<T, Optional<Fact>> fact) {
    return (handle, records) -> {
      List<Fact> facts = values(records).map(fact).flatMap(Optional::stream).toList();
      if (facts.isEmpty()) {
        return;
      }
      Map<String, List<Fact>> changed = FactStore.keep(handle, facts);
      if (!changed.isEmpty()) {
        Detective detective = new Detective(handle, clock.instant(), calendar);
        changed.keySet().stream()
            .sorted()
            .forEach(enterprise -> detective.look(enterprise, changed.get(enterprise)));
        detective.finish();
      }
    };
  }

  private static <T> Stream<T> values(List<Incoming<T>> records) {
    return records.stream().map(Incoming::value).filter(Objects::nonNull);
  }
}
