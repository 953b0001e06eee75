package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.domain.Decimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindingsJournalTest {

  private static final String MN = "A110000_0001";
  private static final String SO2 = "a21026";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private FindingsJournal findings;

  @BeforeEach
  void anEmptyJournal() {
    findings = journal();
  }

  @Test
  void whatIsFoundForTheFirstTimeIsRevisionOne() {
    assertThat(look(0, 4, at(1, "flat"))).singleElement().isEqualTo(at(1, "flat"));
  }

  @Test
  void whatIsFoundAgainIsNotPublishedAgain() {
    look(0, 4, at(1, "flat"));

    assertThat(look(0, 4, at(1, "flat"))).isEmpty();
  }

  @Test
  void whatDiffersIsTheNextRevision() {
    look(0, 4, at(1, "flat"));

    assertThat(look(0, 4, at(1, "flatter")))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.revision()).isEqualTo(2);
              assertThat(record.detail()).isEqualTo("flatter");
            });
  }

  @Test
  void whatIsNoLongerFoundIsWithdrawnOnceAndMayComeBack() {
    look(0, 4, at(1, "flat"));

    assertThat(look(0, 4)).singleElement().matches(r -> r.withdrawn() && r.revision() == 2);
    assertThat(look(0, 4)).isEmpty();
    assertThat(look(0, 4, at(1, "flat")))
        .singleElement()
        .matches(r -> !r.withdrawn() && r.revision() == 3);
  }

  @Test
  void whatBeginsOutsideTheStretchStays() {
    look(0, 4, at(1, "flat"));

    assertThat(look(2, 4)).isEmpty();
    assertThat(look(0, 1)).isEmpty();
  }

  @Test
  void otherKindsFactorsAndOutletsStay() {
    look(0, 4, at(1, "flat"));

    assertThat(findings.replace(MN, Kind.CLOCK_OFF, SO2, hour(0), hour(4), List.of())).isEmpty();
    assertThat(findings.replace(MN, Kind.GAP, null, hour(0), hour(4), List.of())).isEmpty();
    assertThat(findings.replace(MN, Kind.GAP, SO2 + "0", hour(0), hour(4), List.of())).isEmpty();
    assertThat(findings.replace(MN + "2", Kind.GAP, SO2, hour(0), hour(4), List.of())).isEmpty();
  }

  @Test
  void whatStandsAtTheEndDoesNotDependOnTheOrderOfLooks() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Integer> hours = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
    List<Map<Instant, String>> ends = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(hours, random);
      findings = journal();
      Map<Instant, String> standing = new TreeMap<>();
      for (int hour : hours) {
        keep(standing, look(hour, hour + 1, at(hour, "draft " + random.nextInt(3))));
      }
      for (int hour : hours) {
        keep(
            standing, hour % 2 == 0 ? look(hour, hour + 1) : look(hour, hour + 1, at(hour, "end")));
      }
      ends.add(standing);
    }
    assertThat(ends).as("seed %d", seed).containsOnly(ends.get(0));
    assertThat(ends.get(0)).hasSize(3);
  }

  private static void keep(Map<Instant, String> standing, List<QualityRecord> revisions) {
    for (QualityRecord record : revisions) {
      if (record.withdrawn()) {
        standing.remove(record.from());
      } else {
        standing.put(record.from(), record.detail());
      }
    }
  }

  private List<QualityRecord> look(int fromHour, int toHour, QualityRecord... found) {
    return findings.replace(MN, Kind.GAP, SO2, hour(fromHour), hour(toHour), List.of(found));
  }

  private static QualityRecord at(int hour, String detail) {
    return QualityRecord.of(
        MN, SO2, Kind.GAP, hour(hour), null, Decimal.of("0.5"), detail, new TreeMap<>(), "test");
  }

  private static Instant hour(int hour) {
    return START.plusSeconds(hour * 3600L);
  }

  private static FindingsJournal journal() {
    var store = Stores.inMemoryKeyValueStore("findings").get();
    return new FindingsJournal(new RecordStore<>(store, QualityRecord.class));
  }
}
