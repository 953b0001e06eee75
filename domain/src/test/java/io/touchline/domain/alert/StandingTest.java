package io.touchline.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

  private static final Instant START = ChinaTime.parse("2026-01-05T00:00:00+08:00");
  private static final Decimal SURE = Decimal.of("0");

  /**
   * One letter an hour: e exceeds, c complies, n was not judged; the episode of each stretch of e
   * is over when one complies.
   */
  @ParameterizedTest
  @CsvSource({
    "e,      OPEN,  1, 1",
    "eee,    OPEN,  1, 3",
    "eec,    OPEN,  1, 2",
    "ecc,    OPEN,  1, 1",
    "eccc,   ENDED, 1, 1",
    "eccn,   OPEN,  1, 1",
    "eccnc,  ENDED, 1, 1",
    "ece,    OPEN,  2, 2",
    "ecccec, OPEN,  2, 2",
    "ecceccc,ENDED, 2, 2"
  })
  void hourEndsAfterThreeThatComply(String hours, Standing.Status status, int count, int periods) {
    Standing standing = standing(grounds(hours), SURE);

    assertThat(standing.status()).isEqualTo(status);
    assertThat(standing.occurrences()).isEqualTo(count);
    assertThat(standing.periods()).isEqualTo(periods);
  }

  @Test
  void withoutWordOfWhatCameAfterItEndsWhenAnotherWouldBeAnotherAlert() {
    Grounds over = grounds("ec");

    assertThat(Standing.of(Subject.HOUR, over, SURE, hour(24)).status())
        .isEqualTo(Standing.Status.OPEN);
    assertThat(Standing.of(Subject.HOUR, over, SURE, hour(25)).status())
        .isEqualTo(Standing.Status.ENDED);
    assertThat(Standing.lookAgain(Subject.HOUR, over, hour(3))).isEqualTo(hour(25));
  }

  @Test
  void aGroundTakenAwayWithdrawsTheAlertAndBringsItBackWhenItReturns() {
    Grounds grounds = Grounds.NONE.with(ground(0, 1, Ground.State.OPEN, "0.5"));
    Grounds withdrawn = grounds.with(ground(0, 2, Ground.State.WITHDRAWN, "0.5"));
    Grounds returned = withdrawn.with(ground(0, 3, Ground.State.OPEN, "0.7"));

    assertThat(standing(grounds, SURE).status()).isEqualTo(Standing.Status.OPEN);
    assertThat(standing(withdrawn, SURE).status()).isEqualTo(Standing.Status.WITHDRAWN);
    assertThat(standing(returned, SURE).status()).isEqualTo(Standing.Status.OPEN);
  }

  @Test
  void oneOfTwoGroundsTakenAwayLeavesTheOther() {
    Grounds grounds =
        Grounds.NONE
            .with(ground(0, 1, Ground.State.OVER, "2"))
            .with(ground(5, 1, Ground.State.OPEN, "0.5"))
            .with(ground(0, 2, Ground.State.WITHDRAWN, "2"));

    Standing standing = standing(grounds, SURE);

    assertThat(standing.status()).isEqualTo(Standing.Status.OPEN);
    assertThat(standing.occurrences()).isEqualTo(1);
    assertThat(standing.first()).isEqualTo(hour(5));
    assertThat(standing.multiple()).isEqualTo(Decimal.of("0.5"));
  }

  @Test
  void aMeanRevisedToExceedTakesBackTheCountOfThoseThatComply() {
    Grounds grounds = grounds("eccc").with(new JudgedPeriod(hour(3), 2, false));

    assertThat(standing(grounds, SURE).status()).isEqualTo(Standing.Status.OPEN);
  }

  @ParameterizedTest
  @CsvSource({
    "HOUR,         0.63, 1, 1,  ,    , 0,   EARLY_WARNING, ALWAYS",
    "HOUR,         1,    1, 1,  ,    , 0,   EXCEEDANCE,    MULTIPLE",
    "HOUR,         0.2,  4, 1,  ,    , 0,   EXCEEDANCE,    PERIODS",
    "HOUR,         0.2,  1, 5,  ,    , 0,   EXCEEDANCE,    DAYS",
    "HOUR,         0.2,  1, 10, ,    , 0,   SERIOUS,       DAYS",
    "HOUR,         3,    1, 1,  ,    , 0,   SERIOUS,       MULTIPLE",
    "HOUR,         1,    1, 1,  ,    , 0.8, EARLY_WARNING, MULTIPLE DOUBT",
    "HOUR,         1,    1, 1,  ,    , 0.7, EXCEEDANCE,    MULTIPLE",
    "DAY,          0.63, 1, 1,  ,    , 0.9, EXCEEDANCE,    ALWAYS",
    "DAY,          0.63, 1, 10, ,    , 0,   SERIOUS,       DAYS",
    "BUDGET,       ,     1, ,   0.79,, 0,   NOTICE,        ''",
    "BUDGET,       ,     1, ,   0.8, , 0,   NOTICE,        SHARE",
    "BUDGET,       ,     1, ,   0.9, , 0,   EARLY_WARNING, SHARE",
    "BUDGET,       ,     1, ,   1,   , 0,   EARLY_WARNING, SHARE",
    "BUDGET,       ,     1, ,   1.01,, 0,   EXCEEDANCE,    SHARE",
    "DOUBT,        ,     1, ,   ,0.5,  0,   NOTICE,        ALWAYS",
    "DOUBT,        ,     1, ,   ,0.95, 0,   EARLY_WARNING, SCORE",
    "RUNNING_HOUR, ,     1, ,   ,    , 0,   EARLY_WARNING, ALWAYS"
  })
  void gradeComesOfItsRowsAndSaysWhich(
      Subject subject,
      String multiple,
      int periods,
      Integer days,
      String share,
      String score,
      String doubt,
      Grade grade,
      String reasons) {
    Ground ground =
        new Ground(
            START,
            1,
            Ground.State.OPEN,
            START.plusSeconds(3600),
            periods,
            null,
            decimal(multiple),
            days,
            decimal(share),
            decimal(score));

    Standing standing = Standing.of(subject, Grounds.NONE.with(ground), Decimal.of(doubt), START);

    assertThat(standing.grade()).isEqualTo(grade);
    assertThat(standing.reasons().stream().map(r -> r.measure().name()).distinct())
        .isEqualTo(reasons.isEmpty() ? List.of() : List.of(reasons.split(" ")));
    assertThat(standing.reasons()).allMatch(reason -> !reason.source().isBlank());
  }

  @Test
  void silenceGetsLouderWithTimeAndEndsAnHourAfterDataCame() {
    Ground silent = new Ground(START, 1, Ground.State.OPEN, null, 1, null, null, null, null, null);
    Ground heard =
        new Ground(START, 2, Ground.State.OVER, hour(13), 1, null, null, null, null, null);

    assertThat(silence(silent, 11).grade()).isEqualTo(Grade.NOTICE);
    assertThat(silence(silent, 12).grade()).isEqualTo(Grade.EARLY_WARNING);
    assertThat(silence(heard, 13).status()).isEqualTo(Standing.Status.OPEN);
    assertThat(silence(heard, 14).status()).isEqualTo(Standing.Status.ENDED);
  }

  @RepeatedTest(200)
  void whateverTheOrderAndTheRepetitionTheSameComesOut() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Object> parts = new ArrayList<>();
    int[] latest = new int[12];
    for (int at = 0; at < 30; at++) {
      int hour = random.nextInt(12);
      int revision = ++latest[hour];
      if (hour % 2 == 0) {
        Ground.State state = List.of(Ground.State.values()).get(random.nextInt(3));
        parts.add(ground(hour, revision, state, "" + random.nextInt(4)));
      } else {
        parts.add(new JudgedPeriod(hour(hour), revision, random.nextBoolean()));
      }
    }
    parts.add(ground(0, latest[0] + 1, Ground.State.OVER, "1"));
    Standing expected = fold(parts);
    List<Object> shuffled = new ArrayList<>(parts);
    shuffled.addAll(parts.subList(0, random.nextInt(parts.size())));
    Collections.shuffle(shuffled, random);

    assertThat(fold(shuffled)).as("seed " + seed).isEqualTo(expected);
  }

  private static Standing fold(List<Object> parts) {
    Grounds grounds = Grounds.NONE;
    for (Object part : parts) {
      grounds =
          part instanceof Ground ground ? grounds.with(ground) : grounds.with((JudgedPeriod) part);
    }
    return standing(grounds, SURE);
  }

  private static Standing silence(Ground ground, int hour) {
    return Standing.of(Subject.SILENCE, Grounds.NONE.with(ground), SURE, hour(hour));
  }

  private static Standing standing(Grounds grounds, Decimal doubt) {
    return Standing.of(Subject.HOUR, grounds, doubt, hour(20));
  }

  private static Grounds grounds(String hours) {
    Grounds grounds = Grounds.NONE;
    int began = -1;
    int exceeding = 0;
    for (int at = 0; at < hours.length(); at++) {
      char letter = hours.charAt(at);
      if (letter == 'e') {
        began = began < 0 ? at : began;
        exceeding++;
        grounds = grounds.with(episode(began, exceeding, Ground.State.OPEN, exceeding));
      } else if (letter == 'c' && began >= 0) {
        grounds = grounds.with(episode(began, exceeding + 1, Ground.State.OVER, exceeding));
        began = -1;
        exceeding = 0;
      }
      if (letter != 'n') {
        grounds = grounds.with(new JudgedPeriod(hour(at), 1, letter == 'c'));
      }
    }
    return grounds;
  }

  private static Ground episode(int began, int revision, Ground.State state, int periods) {
    return new Ground(
        hour(began),
        revision,
        state,
        hour(began + periods),
        periods,
        Decimal.of("60"),
        Decimal.of("0.5"),
        1,
        null,
        null);
  }

  private static Ground ground(int hour, int revision, Ground.State state, String multiple) {
    return new Ground(
        hour(hour),
        revision,
        state,
        hour(hour + 1),
        1,
        Decimal.of("60"),
        Decimal.of(multiple),
        1,
        null,
        null);
  }

  private static Decimal decimal(String text) {
    return text == null ? null : Decimal.of(text);
  }

  private static Instant hour(int hours) {
    return START.plusSeconds(3600L * hours);
  }
}
