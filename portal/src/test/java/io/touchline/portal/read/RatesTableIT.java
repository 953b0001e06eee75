package io.touchline.portal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.Incoming;
import io.touchline.contract.Json;
import io.touchline.contract.RateRecord;
import io.touchline.domain.rate.Counters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RatesTableIT {

  private static final String MN = "88888800000000000000AA01";
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  @RegisterExtension static final PortalDatabase DATABASE = new PortalDatabase();

  private RatesTable rates;

  @BeforeEach
  void readModels() {
    rates = new RatesTable(DATABASE.jdbi());
  }

  @Test
  void aMonthIsTheSumOfItsDaysAndFactors() {
    apply(day(30, 1, 24, 20, "a21026", "a21002"), day(29, 1, 24, 23, "a21026"), day(31, 1, 9, 9));

    assertThat(rates.of(NOVEMBER))
        .containsExactly(
            new RatesTable.OutletRate(
                MN, new Counters(72, 63, 63, 63), new Counters(72, 60, 60, 60)));
    assertThat(rates.of(NOVEMBER.plusMonths(1))).isEmpty();
  }

  @Test
  void aLaterRevisionReplacesADayWholeAndAnEarlierOneReplacesNothing() {
    apply(day(30, 1, 24, 20, "a21026", "a21002"));
    apply(day(30, 3, 24, 22, "a21026"));
    apply(day(30, 2, 24, 1, "a21026", "a21002"));
    apply(day(30, 3, 24, 22, "a21026"));

    assertThat(rates.of(NOVEMBER))
        .extracting(RatesTable.OutletRate::completed)
        .containsExactly(new Counters(24, 22, 22, 22));
  }

  @Test
  void theLatestMonthIsThatOfTheLastDay() {
    assertThat(rates.latest()).isEmpty();

    apply(day(1, 1, 24, 20, "a21026"));

    assertThat(rates.latest()).hasValue(NOVEMBER);
  }

  /** 31 is the first of December. */
  private static RateRecord day(int day, int revision, int due, int received, String... factors) {
    TreeMap<String, RateRecord.Factor> counted = new TreeMap<>();
    for (String factor : factors) {
      counted.put(
          factor,
          new RateRecord.Factor(
              new RateRecord.Count(due, received, received, received),
              new RateRecord.Count(due, received - 1, received - 1, received - 1),
              "V".repeat(24),
              new TreeMap<>()));
    }
    LocalDate date = LocalDate.of(2026, 11, 1).plusDays(day - 1L);
    return new RateRecord(1, MN, date, revision, counted);
  }

  private void apply(RateRecord... records) {
    try (var handle = DATABASE.jdbi().open()) {
      for (RateRecord record : records) {
        rates.apply(
            handle,
            List.of(
                new Incoming<>(
                    "rates", 0, 0, record.key(), record, Json.text(record), Instant.EPOCH)));
      }
    }
  }
}
