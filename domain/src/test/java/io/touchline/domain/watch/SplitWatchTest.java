package io.touchline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitWatchTest {

  private static final long HOUR = 1_767_222_000;

  private final List<Finding> findings = new ArrayList<>();
  private SplitWatch watch = SplitWatch.NOTHING;

  @ParameterizedTest(name = "parts {1} of {0}")
  @CsvSource({"2, 1 2", "2, 2 1", "3, 3 1 1 2", "9, 9 8 7 6 5 4 3 2 1"})
  void packetWhoseEveryPartCameIsForgotten(int parts, String came) {
    for (String part : came.split(" ", -1)) {
      hear(HOUR, Integer.parseInt(part), parts, 0);
    }

    assertThat(watch).isEqualTo(SplitWatch.NOTHING);
    watch.movedOn(HOUR + 3600, findings::add);
    assertThat(findings).isEmpty();
  }

  @Test
  void partThatHasNotComeWithinTenMinutesIsTold() {
    hear(HOUR, 2, 3, 0);
    moveOn(599);
    assertThat(findings).isEmpty();

    moveOn(600);
    moveOn(1200);

    assertThat(findings).containsExactly(new Finding.PartsMissing(DataLevel.HOUR, HOUR, 3, 0b010));
  }

  @Test
  void partThatComesAfterAllEndsIt() {
    hear(HOUR, 2, 2, 0);
    moveOn(600);
    findings.clear();

    hear(HOUR, 1, 2, 5000);

    assertThat(findings)
        .containsExactly(new Finding.PartsCame(DataLevel.HOUR, HOUR, 2, HOUR + 5000));
    assertThat(watch.packets()).isEmpty();
  }

  @Test
  void repliesThatCountTheirRecordsAreNoParts() {
    for (int record = 1; record <= 40; record++) {
      hear(HOUR + record * 3600L, record, 40, record);
    }
    moveOn(700);

    assertThat(findings).isEmpty();
    assertThat(watch.packets()).isEmpty();
  }

  @Test
  void firstPartsOfSeveralPacketsAreNoCount() {
    hear(HOUR, 1, 2, 0);
    hear(HOUR + 3600, 1, 2, 1);
    moveOn(700);

    assertThat(findings).hasSize(2);
  }

  @Test
  void packetsPastTheMostThatAreKeptAreToldAtOnce() {
    for (int i = 0; i < 17; i++) {
      hear(HOUR + i * 3600L, 1, 2, i);
    }

    assertThat(watch.packets()).hasSize(16);
    assertThat(findings).containsExactly(new Finding.PartsMissing(DataLevel.HOUR, HOUR, 2, 1));
  }

  private void hear(long dataTime, int part, int parts, long after) {
    Instant at = Instant.ofEpochSecond(dataTime);
    watch =
        watch.heard(
            new Arrival(
                Instant.ofEpochSecond(HOUR + after),
                DataLevel.HOUR,
                at,
                at,
                null,
                false,
                false,
                part,
                parts),
            findings::add);
  }

  private void moveOn(long after) {
    watch = watch.movedOn(HOUR + after, findings::add);
  }
}
