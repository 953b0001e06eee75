package io.touchline.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Outlets, limits and uploads for tests. */
final class Samples {

  static final Instant START = ChinaTime.parse("2026-01-01T08:00:00+08:00");

  /** Units as HJ 212-2017 table B.1 and B.2 give them. */
  static final FactorBook FACTORS =
      factor ->
          switch (factor) {
            case "a21026", "a21002", "a34013" -> Unit.MG_PER_M3;
            case "w01018", "w21003" -> Unit.MG_PER_L;
            case "w20120" -> Unit.of("ug/L");
            case "a19001" -> Unit.PERCENT;
            default -> Unit.NONE;
          };

  private Samples() {}

  static OutletProfile outlet(Medium medium, String referenceOxygen, EmissionLimit... limits) {
    return new OutletProfile(
        "MN1",
        medium,
        referenceOxygen == null ? null : Decimal.of(referenceOxygen),
        OutletProfile.defaultMinuteInterval(medium),
        OutletProfile.Judge.REPORTED,
        MarkUse.ADVISORY,
        Map.of(),
        null,
        List.of(limits));
  }

  static EmissionLimit limit(String factor, String value, String unit) {
    return limit(factor, value, unit, "permit", LocalDate.of(2020, 1, 1), null);
  }

  static EmissionLimit limit(
      String factor, String value, String unit, String source, LocalDate from, LocalDate to) {
    return new EmissionLimit(
        factor,
        null,
        Decimal.of(value),
        Unit.of(unit),
        Averaging.HOUR,
        EmissionLimit.Basis.MEASURED,
        source,
        "table 1",
        from,
        to);
  }

  /** {@code "a21026 value=28 converted=30 amount=5 flag=N"}, one text a factor. */
  static Upload upload(String... factors) {
    SortedMap<String, Measurement> measurements = new TreeMap<>();
    SortedMap<String, FrameRef> frames = new TreeMap<>();
    for (String text : factors) {
      String code = text.substring(0, text.indexOf(' '));
      measurements.put(
          code,
          new Measurement(
              number(text, "value"),
              number(text, "converted"),
              number(text, "amount"),
              field(text, "flag")));
      frames.put(code, new FrameRef("packets", 0, 0, "00"));
    }
    return new Upload(measurements, frames);
  }

  static SortedMap<Instant, SortedMap<String, FactorMean>> parts(
      OutletProfile profile, Duration apart, List<Upload> uploads) {
    SortedMap<Instant, SortedMap<String, FactorMean>> parts = new TreeMap<>();
    for (int i = 0; i < uploads.size(); i++) {
      parts.put(
          START.plus(apart.multipliedBy(i)),
          new ReportedPeriod(profile, FACTORS).means(uploads.get(i)));
    }
    return parts;
  }

  private static Decimal number(String text, String name) {
    String value = field(text, name);
    return value.isEmpty() ? null : Decimal.parse(value);
  }

  private static String field(String text, String name) {
    int from = text.indexOf(' ' + name + '=');
    if (from < 0) {
      return "";
    }
    int begin = from + name.length() + 2;
    int end = text.indexOf(' ', begin);
    return text.substring(begin, end < 0 ? text.length() : end);
  }
}
