package io.touchline.portal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.Incoming;
import io.touchline.contract.Json;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TotalsTableIT {

  private static final Instant YEAR = ChinaTime.parse("2026-01-01T00:00:00+08:00");
  private static final Instant NEXT = ChinaTime.parse("2027-01-01T00:00:00+08:00");
  private static final Scope QINGHAI = new Scope(Scope.Kind.REGION, "630000");

  @RegisterExtension static final PortalDatabase DATABASE = new PortalDatabase();

  private TotalsTable totals;

  @BeforeEach
  void readModel() {
    totals = new TotalsTable(DATABASE.jdbi());
  }

  @Test
  void theLastSumOfAKeyStandsWithinABatchAndAfterIt() {
    apply(sum(QINGHAI, TotalPeriod.YEAR, 5, null), sum(QINGHAI, TotalPeriod.YEAR, 7, null));
    assertThat(years(QINGHAI)).extracting(TotalRecord::massMg).containsExactly(7L);

    apply(sum(QINGHAI, TotalPeriod.YEAR, 6, null));

    assertThat(years(QINGHAI)).containsExactly(sum(QINGHAI, TotalPeriod.YEAR, 6, null));
  }

  @Test
  void whatNoPageShowsIsNotKept() {
    Scope outlet = new Scope(Scope.Kind.OUTLET, "88888800000000000000AA01");
    apply(
        sum(outlet, TotalPeriod.YEAR, 5, null),
        sum(QINGHAI, TotalPeriod.DAY, 5, null),
        sum(QINGHAI, TotalPeriod.QUARTER, 5, null),
        sum(QINGHAI, TotalPeriod.ROLLING_12M, 5, null));

    long rows =
        DATABASE
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select count(*) from portal.total")
                        .mapTo(Long.class)
                        .one());
    assertThat(rows).isZero();
  }

  @Test
  void anEnterprisesDaysAndItsPermittedAmountAreKept() {
    Scope plant = new Scope(Scope.Kind.ENTERPRISE, "916301210000000002X");
    apply(sum(plant, TotalPeriod.DAY, 5, null), sum(plant, TotalPeriod.YEAR, 5, 10L));

    assertThat(of(plant, TotalPeriod.DAY)).hasSize(1);
    assertThat(years(plant)).extracting(TotalRecord::permittedMg).containsExactly(10L);
  }

  @Test
  void sectorsAreThoseOfTheirProvinceAlone() {
    apply(
        sum(new Scope(Scope.Kind.SECTOR, "630000/D44"), TotalPeriod.YEAR, 5, null),
        sum(new Scope(Scope.Kind.SECTOR, "140000/D44"), TotalPeriod.YEAR, 6, null));

    assertThat(totals.sectors("630000", YEAR))
        .extracting(TotalRecord::id)
        .containsExactly("630000/D44");
    assertThat(totals.regions()).isEmpty();
    assertThat(totals.latestYear()).isEmpty();
  }

  private List<TotalRecord> years(Scope scope) {
    return of(scope, TotalPeriod.YEAR);
  }

  private List<TotalRecord> of(Scope scope, TotalPeriod period) {
    return totals.between(scope.kind(), List.of(scope.id()), period, YEAR, NEXT);
  }

  private static TotalRecord sum(Scope scope, TotalPeriod period, long mass, Long permitted) {
    return TotalRecord.of(scope, "a21026", period, YEAR, mass, 1, permitted, 3);
  }

  private void apply(TotalRecord... records) {
    try (var handle = DATABASE.jdbi().open()) {
      totals.apply(
          handle,
          List.of(records).stream()
              .map(
                  total ->
                      new Incoming<>(
                          "totals", 0, 0, total.key(), total, Json.text(total), Instant.EPOCH))
              .toList());
    }
  }
}
