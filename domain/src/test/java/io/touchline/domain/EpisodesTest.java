package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpisodesTest {

  private static final Instant START = ChinaTime.parse("2026-01-01T00:00:00+08:00");

  /**
   * One letter an hour: e exceeds, c complies, n could not be judged, . nothing known. Episodes are
   * written first-last:periods, with + while open.
   */
  @ParameterizedTest
  @CsvSource({
    "c, ''",
    "e, '0-0:1+'",
    "eee, '0-2:3+'",
    "eec, '0-1:2'",
    "ceec, '1-2:2'",
    "ene, '0-2:2+'",
    "e.e, '0-2:2+'",
    "ece, '0-0:1 2-2:1+'",
    "enc, '0-0:1'",
    "nnn, ''",
    "cccc, ''",
    "e......................e, '0-23:2+'",
    "e.......................e, '0-24:2+'",
    "e........................e, '0-0:1 25-25:1+'"
  })
  void judgedHoursMakeEpisodes(String hours, String expected) {
    assertThat(text(Episodes.of(AveragingPeriod.HOUR, judged(hours)))).isEqualTo(expected);
  }

  @Test
  void anotherRuleRowEndsTheEpisodeAndBeginsOneOfItsOwn() {
    TreeMap<Instant, Judgement> judged = new TreeMap<>();
    judged.put(hour(0), exceeds("36", limit("35")));
    judged.put(hour(1), exceeds("36", limit("30")));

    assertThat(Episodes.of(AveragingPeriod.HOUR, judged))
        .extracting(episode -> episode.limit().value().toString(), Episode::open)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("35", false),
            org.assertj.core.groups.Tuple.tuple("30", true));
  }

  @Test
  void worstOfEqualValuesIsTheFirst() {
    TreeMap<Instant, Judgement> judged = new TreeMap<>();
    judged.put(hour(0), exceeds("36", limit("35")));
    judged.put(hour(1), exceeds("40.0", limit("35")));
    judged.put(hour(2), exceeds("40", limit("35")));

    Episode episode = Episodes.of(AveragingPeriod.HOUR, judged).get(0);

    assertThat(episode.worst()).hasToString("40.0");
    assertThat(episode.worstAt()).isEqualTo(hour(1));
  }

  @Test
  void worstOfARangeIsTheOneFurthestOutsideOnEitherSide() {
    EmissionLimit ph =
        new EmissionLimit(
            "w01001",
            Decimal.of("6"),
            Decimal.of("9"),
            Unit.NONE,
            Averaging.DAY,
            EmissionLimit.Basis.MEASURED,
            "permit",
            "table 1",
            LocalDate.of(2020, 1, 1),
            null);
    TreeMap<Instant, Judgement> judged = new TreeMap<>();
    judged.put(START, exceeds("9.4", ph));
    judged.put(START.plus(Duration.ofDays(1)), exceeds("5.2", ph));
    judged.put(START.plus(Duration.ofDays(2)), exceeds("9.7", ph));

    assertThat(Episodes.of(AveragingPeriod.DAY, judged))
        .singleElement()
        .extracting(episode -> episode.worst().toString())
        .isEqualTo("5.2");
  }

  private static SortedMap<Instant, Judgement> judged(String hours) {
    EmissionLimit limit = limit("35");
    TreeMap<Instant, Judgement> judged = new TreeMap<>();
    for (int i = 0; i < hours.length(); i++) {
      switch (hours.charAt(i)) {
        case 'e' -> judged.put(hour(i), exceeds("36", limit));
        case 'c' -> judged.put(hour(i), verdict(limit, Judgement.Verdict.COMPLIANT, "35"));
        case 'n' -> judged.put(hour(i), verdict(limit, Judgement.Verdict.NOT_JUDGED, null));
        default -> {}
      }
    }
    return judged;
  }

  private static String text(List<Episode> episodes) {
    return String.join(
        " ",
        episodes.stream()
            .map(
                episode ->
                    hours(episode.from())
                        + "-"
                        + hours(episode.last())
                        + ":"
                        + episode.periods()
                        + (episode.open() ? "+" : ""))
            .toList());
  }

  private static Judgement exceeds(String value, EmissionLimit limit) {
    return verdict(limit, Judgement.Verdict.EXCEEDS, value);
  }

  private static Judgement verdict(EmissionLimit limit, Judgement.Verdict verdict, String value) {
    return new Judgement(limit, verdict, value == null ? null : Decimal.of(value), null, "");
  }

  private static EmissionLimit limit(String value) {
    return new EmissionLimit(
        "a21026",
        null,
        Decimal.of(value),
        Unit.MG_PER_M3,
        Averaging.HOUR,
        EmissionLimit.Basis.MEASURED,
        "permit",
        "table 1",
        LocalDate.of(2020, 1, 1),
        null);
  }

  private static Instant hour(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  private static long hours(Instant instant) {
    return Duration.between(START, instant).toHours();
  }
}
