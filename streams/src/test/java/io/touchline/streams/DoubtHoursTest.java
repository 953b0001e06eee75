package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks as if something had a hand in the data, through the whole journal. */
class DoubtHoursTest {

  private static final String SO2 = "a21026";
  private static final String FLOW = "a00000";

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aFreezeIsToldWhenItsFourthHourIsFormedAndGrowsWithEachMore() {
    journal.outlet(stack());
    for (int hour = 0; hour < 6; hour++) {
      journal.receiveHour(hour, values("31.5", 100 + 5 * hour));
    }

    assertThat(of(Kind.SUSPECT_FROZEN))
        .extracting(QualityRecord::revision, QualityRecord::from, QualityRecord::to)
        .containsExactly(
            tuple(1, Frames.at(0, 0), Frames.at(4, 0)),
            tuple(2, Frames.at(0, 0), Frames.at(5, 0)),
            tuple(3, Frames.at(0, 0), Frames.at(6, 0)));
    assertThat(of(Kind.SUSPECT_FROZEN).get(0).detail())
        .isEqualTo("4 hours at 31.5 while a00000 went from 100 to 115");
  }

  @Test
  void aCorrectionThatBreaksAFreezeTakesItBack() {
    journal.outlet(stack());
    for (int hour = 0; hour < 4; hour++) {
      journal.receiveHour(hour, values("31.5", 100 + 5 * hour));
    }
    journal.receive(
        Frames.upload(Frames.MN, "2061", Frames.at(2, 0), Frames.at(9, 0), values("31.6", 110)),
        Frames.at(9, 1));

    assertThat(standing()).isEmpty();
    assertThat(of(Kind.SUSPECT_FROZEN)).last().matches(QualityRecord::withdrawn);
  }

  @Test
  void aFreezeOfManyDaysIsOneFindingFromItsFirstHour() {
    journal.outlet(stack());
    for (int hour = 0; hour < 200; hour++) {
      journal.receiveHour(hour, values("31.5", 100 + hour % 40));
    }

    assertThat(standing().values())
        .filteredOn(found -> found.kind() == Kind.SUSPECT_FROZEN)
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.from()).isEqualTo(Frames.at(0, 0));
              assertThat(found.to()).isEqualTo(Frames.at(200, 0));
            });
  }

  @Test
  void aMonthIsLookedAtWhenItsDaysHaveEnded() {
    journal.outlet(stack());
    for (int hour = 0; hour < 24 * 12; hour++) {
      journal.receiveHour(hour, values(hour % 3 == 0 ? "20." + hour : "34." + hour, 100));
    }
    assertThat(of(Kind.SUSPECT_LIMIT_HUGGING)).isEmpty();

    journal.endOfInput();

    assertThat(of(Kind.SUSPECT_LIMIT_HUGGING))
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.evidence())
                    .containsEntry("hours", Integer.toString(24 * 11))
                    .containsEntry("above", "0"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatStandsAtTheEndDoesNotDependOnTheOrderOfFrames(long seed) {
    Random random = new Random(seed);
    List<byte[]> frames = new ArrayList<>();
    String value = "30";
    for (int hour = 0; hour < 24 * 40; hour++) {
      if (random.nextInt(5) > 0 && !(hour > 300 && hour < 330)) {
        value = 20 + random.nextInt(14) + "." + random.nextInt(10);
      }
      if (random.nextInt(30) > 0) {
        frames.add(Frames.hour(hour, values(value, 90 + random.nextInt(20))));
      }
    }
    Map<String, String> inOrder = standingAfter(frames);
    List<byte[]> shuffled = new ArrayList<>(frames);
    shuffled.addAll(frames.subList(0, 100));
    Collections.shuffle(shuffled, random);

    assertThat(standingAfter(shuffled)).isEqualTo(inOrder);
    assertThat(inOrder).isNotEmpty();
  }

  private static Map<String, String> standingAfter(List<byte[]> frames) {
    try (JournalFixture other = new JournalFixture()) {
      other.outlet(stack());
      frames.forEach(frame -> other.receive(frame, Frames.at(24 * 41, 0)));
      other.endOfInput();
      Map<String, String> standing = new TreeMap<>();
      standing(other)
          .forEach(
              (key, found) ->
                  standing.put(key, found.to() + " " + found.score() + " " + found.evidence()));
      return standing;
    }
  }

  private List<QualityRecord> of(Kind kind) {
    return journal.quality.stream().filter(found -> found.kind() == kind).toList();
  }

  private Map<String, QualityRecord> standing() {
    return standing(journal);
  }

  private static Map<String, QualityRecord> standing(JournalFixture journal) {
    Map<String, QualityRecord> standing = new TreeMap<>();
    for (QualityRecord found : journal.quality) {
      if (found.source().equals("distrust")) {
        String key = found.kind() + "|" + found.factor() + "|" + found.from();
        standing.put(key, found);
      }
    }
    standing.values().removeIf(QualityRecord::withdrawn);
    return standing;
  }

  private static OutletRecord stack() {
    TreeMap<String, Decimal> ranges = new TreeMap<>();
    ranges.put(SO2, Decimal.of("100"));
    return JournalFixture.outlet(
            Frames.MN,
            Medium.AIR,
            OutletProfile.Judge.REPORTED,
            null,
            JournalFixture.hourLimit(SO2, "36", EmissionLimit.Basis.MEASURED))
        .withRanges(ranges);
  }

  private static String[] values(String so2, int flow) {
    return new String[] {SO2, "Avg=" + so2 + ",Flag=N", FLOW, "Avg=" + flow + ",Flag=N"};
  }
}
