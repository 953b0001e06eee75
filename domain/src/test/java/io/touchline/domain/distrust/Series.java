package io.touchline.domain.distrust;

import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.MarkUse;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** Made series of hours from 2026-01-01 00:00 on. */
final class Series {

  static final String SO2 = "a21026";
  static final String FLOW = "a00000";
  static final String OXYGEN = "a19001";
  static final Instant START = ChinaTime.parse("2026-01-01T00:00:00+08:00");

  private final SortedMap<Instant, SortedMap<String, FactorMean>> hours = new TreeMap<>();
  private final Map<String, Decimal> ranges = new TreeMap<>();
  private final List<EmissionLimit> limits = new ArrayList<>();

  static Instant hour(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  /**
   * One value an hour; an empty text is an hour that never came, {@code 31x} one of a stop, {@code
   * 31m} one marked invalid, {@code 31c} one that the logger flags as calibration.
   */
  Series with(String factor, String... values) {
    return with(factor, values.length, at -> values[at]);
  }

  Series with(String factor, int count, IntFunction<String> values) {
    for (int at = 0; at < count; at++) {
      String text = values.apply(at);
      if (!text.isEmpty()) {
        Validity validity = validity(text);
        put(
            at,
            factor,
            validity.isValid() ? text : text.substring(0, text.length() - 1),
            validity,
            null,
            null);
      }
    }
    return this;
  }

  private static Validity validity(String text) {
    if (text.endsWith("c")) {
      return new Validity(Validity.Reason.FLAGGED, "flag C");
    }
    return text.endsWith("x")
        ? new Validity(Validity.Reason.STOPPED, "marked STOPPED")
        : text.endsWith("m")
            ? new Validity(Validity.Reason.MARKED, "marked MAINTENANCE")
            : Validity.VALID;
  }

  /** One hour of a flow with its volume in m³. */
  Series volume(int hour, String factor, String amount, Validity validity) {
    hours
        .computeIfAbsent(hour(hour), start -> new TreeMap<>())
        .put(
            factor,
            new FactorMean(
                Decimal.of("1"),
                null,
                null,
                Unit.NONE,
                Decimal.of(amount),
                null,
                validity,
                FactorMean.Source.REPORTED,
                new TreeSet<>()));
    return this;
  }

  Series put(
      int hour,
      String factor,
      String value,
      Validity validity,
      String converted,
      String rederived) {
    hours
        .computeIfAbsent(hour(hour), start -> new TreeMap<>())
        .put(
            factor,
            new FactorMean(
                Decimal.of(value),
                converted == null ? null : Decimal.of(converted),
                rederived == null ? null : Decimal.of(rederived),
                unitOf(factor),
                null,
                null,
                validity,
                FactorMean.Source.REPORTED,
                new TreeSet<>()));
    return this;
  }

  Series range(String factor, String range) {
    ranges.put(factor, Decimal.of(range));
    return this;
  }

  Series limit(String factor, String value) {
    return limit(factor, value, EmissionLimit.Basis.MEASURED);
  }

  Series limit(String factor, String value, EmissionLimit.Basis basis) {
    limits.add(
        new EmissionLimit(
            factor,
            null,
            Decimal.of(value),
            Unit.MG_PER_M3,
            Averaging.HOUR,
            basis,
            "permit",
            "1",
            LocalDate.of(2020, 1, 1),
            null));
    return this;
  }

  HourSeries series() {
    OutletProfile profile =
        new OutletProfile(
            "MN1",
            Medium.AIR,
            null,
            Duration.ofMinutes(1),
            OutletProfile.Judge.REPORTED,
            MarkUse.BINDING,
            ranges,
            null,
            limits);
    return new HourSeries(profile, hours);
  }

  List<Suspicion> find(Suspicion.Kind kind, String factor) {
    return Distrust.find(kind, factor, series());
  }

  private static Unit unitOf(String factor) {
    if (factor.startsWith("w0101") || factor.startsWith("w21")) {
      return Unit.MG_PER_L;
    }
    return switch (factor) {
      case FLOW -> Unit.of("m3/s");
      case OXYGEN -> Unit.PERCENT;
      case "a01012" -> Unit.of("℃");
      default -> Unit.MG_PER_M3;
    };
  }
}
