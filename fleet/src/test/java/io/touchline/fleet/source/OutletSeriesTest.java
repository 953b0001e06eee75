package io.touchline.fleet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Medium;
import io.touchline.fleet.logger.FactorFields;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutletSeriesTest {

  private static final long SEED = 7;
  private static final Instant MIDNIGHT = ChinaTime.parse("2026-11-20T00:00:00+08:00");

  static Stream<SimulatedOutlet> outlets() {
    return Catalogue.outlets().stream();
  }

  @ParameterizedTest
  @MethodSource("outlets")
  void anUploadIsTheSameWheneverAndInWhateverOrderItIsMade(SimulatedOutlet outlet) {
    List<Instant> hours = new ArrayList<>();
    for (int hour = 0; hour < 40; hour++) {
      hours.add(MIDNIGHT.plus(Duration.ofHours(hour)));
    }
    OutletSeries inOrder = new OutletSeries(outlet, SEED);
    Map<Instant, List<FactorFields>> expected = new HashMap<>();
    hours.forEach(hour -> expected.put(hour, inOrder.fields(UploadKind.HOUR, hour)));
    List<FactorFields> day = inOrder.fields(UploadKind.DAY, MIDNIGHT);

    OutletSeries shuffled = new OutletSeries(outlet, SEED);
    Collections.shuffle(hours, new Random(1));
    assertThat(shuffled.fields(UploadKind.DAY, MIDNIGHT)).isEqualTo(day);
    assertThat(hours)
        .allSatisfy(
            hour ->
                assertThat(shuffled.fields(UploadKind.HOUR, hour)).isEqualTo(expected.get(hour)));
  }

  @Test
  void anotherSeedIsAnotherSeries() {
    SimulatedOutlet outlet = Catalogue.outlets().get(0);
    assertThat(new OutletSeries(outlet, 1).fields(UploadKind.MINUTE, MIDNIGHT))
        .isNotEqualTo(new OutletSeries(outlet, 2).fields(UploadKind.MINUTE, MIDNIGHT));
  }

  @Test
  void theSeriesOfASeedDoNotChangeBetweenVersions() {
    SimulatedOutlet works = outlet("西宁模拟污水处理厂");
    assertThat(new OutletSeries(works, SEED).fields(UploadKind.MINUTE, MIDNIGHT))
        .extracting(each -> each.factor() + each.suffixesAndValues())
        .containsExactly(
            "w00000[Min, 862.04, Avg, 868.72, Max, 872.82, Cou, 521.232, Flag, N]",
            "w01001[Min, 7.40, Avg, 7.41, Max, 7.41, Flag, N]",
            "w01018[Min, 19.0, Avg, 19.1, Max, 19.2, Cou, 9.955531, Flag, N]",
            "w21003[Min, 1.71, Avg, 1.72, Max, 1.73, Cou, 0.896519, Flag, N]",
            "w21011[Min, 0.193, Avg, 0.194, Max, 0.195, Cou, 0.101119, Flag, N]",
            "w21001[Min, 5.70, Avg, 5.70, Max, 5.71, Cou, 2.971022, Flag, N]");
  }

  @ParameterizedTest
  @MethodSource("outlets")
  void anHourIsMadeOfItsMinutes(SimulatedOutlet outlet) {
    OutletSeries series = new OutletSeries(outlet, SEED);
    Instant hour = MIDNIGHT.plus(Duration.ofHours(7));
    List<List<FactorFields>> minutes = new ArrayList<>();
    for (Instant at = hour;
        at.isBefore(hour.plus(Duration.ofHours(1)));
        at = at.plus(outlet.minuteInterval())) {
      minutes.add(series.fields(UploadKind.MINUTE, at));
    }
    List<FactorFields> whole = series.fields(UploadKind.HOUR, hour);
    for (int factor = 0; factor < whole.size(); factor++) {
      int column = factor;
      List<BigDecimal> means =
          minutes.stream().map(minute -> number(minute.get(column), "Avg")).toList();
      BigDecimal mean =
          means.stream()
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .divide(BigDecimal.valueOf(means.size()), MathContext.DECIMAL64);
      BigDecimal reported = number(whole.get(factor), "Avg");
      BigDecimal lastDigit = BigDecimal.ONE.movePointLeft(reported.scale());
      BigDecimal tolerance =
          outlet.medium() == Medium.AIR ? lastDigit : reported.movePointLeft(2).max(lastDigit);
      assertThat(reported.subtract(mean).abs())
          .as(outlet.name() + " " + whole.get(factor).factor())
          .isLessThanOrEqualTo(tolerance);
      if (outlet.factors().get(factor).endsWith("00000")) {
        BigDecimal sum =
            minutes.stream()
                .map(minute -> number(minute.get(column), "Cou"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(number(whole.get(factor), "Cou")).isEqualByComparingTo(sum);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("outlets")
  void anHoursAmountIsItsConcentrationTimesItsVolume(SimulatedOutlet outlet) {
    OutletSeries series = new OutletSeries(outlet, SEED);
    List<FactorFields> hour = series.fields(UploadKind.HOUR, MIDNIGHT.plus(Duration.ofHours(11)));
    BigDecimal volume =
        hour.stream()
            .filter(each -> List.of("a00000", "w00000", "B02").contains(each.factor()))
            .map(each -> number(each, "Cou"))
            .findFirst()
            .orElseThrow();
    int kilograms = outlet.medium() == Medium.AIR ? 6 : 3;
    for (FactorFields each : hour) {
      if (value(each, "Cou") != null
          && !List.of("a00000", "w00000", "B02").contains(each.factor())) {
        BigDecimal mass = number(each, "Avg").multiply(volume).movePointLeft(kilograms);
        assertThat(number(each, "Cou").subtract(mass).abs())
            .as(outlet.name() + " " + each)
            .isLessThanOrEqualTo(mass.multiply(new BigDecimal("0.012")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("outlets")
  void aConvertedMinuteIsConvertedByItsOwnOxygen(SimulatedOutlet outlet) {
    List<FactorFields> minute = new OutletSeries(outlet, SEED).fields(UploadKind.MINUTE, MIDNIGHT);
    boolean converts = outlet.referenceOxygen() != null && outlet.sendsConverted();
    assertThat(minute.stream().anyMatch(each -> value(each, "ZsAvg") != null)).isEqualTo(converts);
    for (FactorFields each : minute) {
      if (value(each, "ZsAvg") != null) {
        BigDecimal air = new BigDecimal(21);
        BigDecimal oxygen =
            minute.stream()
                .filter(one -> List.of("a19001", "S01").contains(one.factor()))
                .map(one -> number(one, "Avg"))
                .findFirst()
                .orElseThrow();
        BigDecimal converted =
            number(each, "Avg")
                .multiply(air.subtract(outlet.referenceOxygen()))
                .divide(air.subtract(oxygen), MathContext.DECIMAL64);
        BigDecimal sent = number(each, "ZsAvg");
        assertThat(sent.subtract(converted).abs())
            .isLessThanOrEqualTo(new BigDecimal("0.5").movePointLeft(sent.scale()));
      }
    }
  }

  @Test
  void flagsAreRaisedInTheirHoursAndTheDayStaysValid() {
    OutletSeries series = new OutletSeries(outlet("西宁模拟钢铁厂"), SEED);
    List<String> flags = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      List<FactorFields> fields =
          series.fields(UploadKind.HOUR, MIDNIGHT.plus(Duration.ofHours(hour)));
      flags.add(value(fields.get(0), "Flag"));
    }
    assertThat(String.join("", flags)).isEqualTo("NNNCNNNNNMNNNNNDDNNNNNNN");
    assertThat(value(series.fields(UploadKind.DAY, MIDNIGHT).get(0), "Flag")).isEqualTo("N");
  }

  @Test
  void aLoggerOf2005SendsOldCodes() {
    SimulatedOutlet old = outlet("阳泉");
    assertThat(new OutletSeries(old, SEED).fields(UploadKind.HOUR, MIDNIGHT))
        .extracting(FactorFields::factor)
        .containsExactly("01", "02", "03", "S01", "B02", "S02", "S03", "S05");
  }

  @Test
  void highPlainsHaveThinAir() {
    assertThat(
            number(
                new OutletSeries(outlet("西宁模拟热电厂"), SEED)
                    .fields(UploadKind.MINUTE, MIDNIGHT).stream()
                        .filter(each -> each.factor().equals("a01006"))
                        .findFirst()
                        .orElseThrow(),
                "Avg"))
        .isBetween(new BigDecimal("77"), new BigDecimal("78"));
  }

  private static SimulatedOutlet outlet(String name) {
    return outlets().filter(each -> each.name().startsWith(name)).findFirst().orElseThrow();
  }

  private static BigDecimal number(FactorFields fields, String suffix) {
    return new BigDecimal(value(fields, suffix));
  }

  private static String value(FactorFields fields, String suffix) {
    List<String> pairs = fields.suffixesAndValues();
    for (int at = 0; at < pairs.size(); at += 2) {
      if (pairs.get(at).equals(suffix)) {
        return pairs.get(at + 1);
      }
    }
    return null;
  }
}
