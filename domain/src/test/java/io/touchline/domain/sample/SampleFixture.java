package io.touchline.domain.sample;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;

/** A grab sample at 08:30 on a day of 2026, of which a test changes what it is about. */
final class SampleFixture {

  static final String COD = "w01018";
  static final String SO2 = "a21026";

  private String factor;
  private String unit;
  private String value;
  private String id = "S1";
  private SampleKind kind = SampleKind.SELF_MONITORING;
  private Instant from = at(8, 30);
  private Instant to = at(8, 30);
  private boolean below;
  private Basis basis = Basis.MEASURED;
  private String adoptedBy;
  private int version = 1;
  private Sample.State state = Sample.State.SET;

  static SampleFixture water(String factor, String value) {
    return new SampleFixture(factor, value, "mg/L");
  }

  static SampleFixture gas(String factor, String value) {
    return new SampleFixture(factor, value, "mg/m3");
  }

  static SampleFixture of(String factor, String value, String unit) {
    return new SampleFixture(factor, value, unit);
  }

  private SampleFixture(String factor, String value, String unit) {
    this.factor = factor;
    this.value = value;
    this.unit = unit;
  }

  static Instant at(int hour, int minute) {
    return ChinaTime.instant(LocalDateTime.of(2026, 6, 1, 0, 0))
        .plus(Duration.ofMinutes(60L * hour + minute));
  }

  SampleFixture id(String other) {
    id = other;
    return this;
  }

  SampleFixture kind(SampleKind other) {
    kind = other;
    return this;
  }

  /** Taken at one moment. */
  SampleFixture taken(Instant moment) {
    return taken(moment, moment);
  }

  SampleFixture taken(Instant first, Instant end) {
    from = first;
    to = end;
    return this;
  }

  SampleFixture belowDetection() {
    below = true;
    return this;
  }

  SampleFixture converted() {
    basis = Basis.CONVERTED;
    return this;
  }

  SampleFixture adoptedBy(String officer) {
    adoptedBy = officer;
    return this;
  }

  SampleFixture version(int number, Sample.State what) {
    version = number;
    state = what;
    return this;
  }

  Sample make() {
    return new Sample(
        "A",
        id,
        factor,
        kind,
        from,
        to,
        Decimal.of(value),
        Unit.of(unit),
        below,
        basis,
        "HJ 828-2017",
        "station",
        "author",
        "reason",
        at(48, 0),
        null,
        adoptedBy,
        version,
        state);
  }

  static FactorMean mean(String value, String unit) {
    return mean(value, unit, Validity.VALID);
  }

  static FactorMean mean(String value, String unit, Validity validity) {
    return new FactorMean(
        Decimal.parse(value),
        null,
        null,
        Unit.of(unit),
        null,
        null,
        validity,
        FactorMean.Source.REPORTED,
        Collections.emptySortedSet());
  }
}
