package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.AbandonedParts.Cause;
import io.touchline.hj212.Joining.Complete;
import io.touchline.hj212.Joining.Contradicting;
import io.touchline.hj212.Joining.Misnumbered;
import io.touchline.hj212.Joining.Repeated;
import io.touchline.hj212.Joining.Waiting;
import io.touchline.hj212.Joining.Whole;
import io.touchline.hj212.PartJoiner.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartJoinerTest {

  private static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String HOUR = "20260101080000";

  private final List<AbandonedParts> abandoned = new ArrayList<>();
  private final PartJoiner joiner = new PartJoiner(Limits.USUAL, abandoned::add);

  @Test
  void partsInAnyOrderAreCompleteWithTheLastOneAndComeOutByNumber() {
    Packet third = part(3, 3, HOUR, "c");
    Packet first = part(1, 3, HOUR, "a");
    Packet second = part(2, 3, HOUR, "b");

    assertThat(joiner.add(third, NOON)).isEqualTo(new Waiting(third, id(HOUR, 3), 2));
    assertThat(joiner.add(first, NOON)).isEqualTo(new Waiting(first, id(HOUR, 3), 1));
    assertThat(joiner.add(second, NOON))
        .isEqualTo(new Complete(second, id(HOUR, 3), List.of(first, second, third)));
    joiner.expire(NOON.plus(PATIENCE).plusSeconds(1));
    assertThat(abandoned).isEmpty();
    assertThat(joiner.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 2", "1, 0", "1, 1"})
  void packetWithoutBothNumbersOrWithOnePartIsWhole(int number, int of) {
    assertThat(joiner.add(part(number, of, HOUR, "a"), NOON)).isInstanceOf(Whole.class);
    assertThat(joiner.size()).isZero();
  }

  @Test
  void splitBitOfFlagIsNotAsked() {
    Packet without = Frames.packet(writer(1, 2, HOUR, "a").flag(5).toFrame());
    Packet with = Frames.packet(writer(0, 0, HOUR, "a").flag(7).toFrame());

    assertThat(joiner.add(without, NOON)).isInstanceOf(Waiting.class);
    assertThat(joiner.add(with, NOON)).isInstanceOf(Whole.class);
  }

  @ParameterizedTest
  @CsvSource({"3, 2", "10000, 10000", "1, 99999999"})
  void numberThatCannotBeIsMisnumberedAndNotHeld(int number, int of) {
    assertThat(joiner.add(part(number, of, HOUR, "a"), NOON)).isInstanceOf(Misnumbered.class);
    assertThat(joiner.size()).isZero();
  }

  @Test
  void numbersOfMoreThanOneDigitAreParts() {
    for (int i = 1; i < 120; i++) {
      assertThat(joiner.add(part(i, 120, HOUR, "v" + i), NOON)).isInstanceOf(Waiting.class);
    }

    Joining last = joiner.add(part(120, 120, HOUR, "v"), NOON);

    assertThat(((Complete) last).parts()).extracting(Packet::part).hasSize(120).isSorted();
  }

  @Test
  void otherLoggerCommandTimeOrNumberOfPartsIsAnotherUpload() {
    joiner.add(part(1, 2, HOUR, "a"), NOON);

    List<Packet> strangers =
        List.of(
            part(2, 2, "20260101090000", "a"),
            part(2, 3, HOUR, "a"),
            Frames.packet(writer(2, 2, HOUR, "a").mn("OTHER").toFrame()),
            Frames.packet(writer(2, 2, HOUR, "a").cn("2051").toFrame()));

    assertThat(strangers).allMatch(one -> joiner.add(one, NOON) instanceof Waiting);
    assertThat(joiner.add(part(2, 2, HOUR, "b"), NOON)).isInstanceOf(Complete.class);
  }

  @Test
  void partResentWithAnotherQnIsRepeatedBeforeAndAfterTheSetIsComplete() {
    joiner.add(part(1, 2, HOUR, "a"), NOON);
    Packet again = Frames.packet(writer(1, 2, HOUR, "a").qn("20260101091500000").toFrame());

    assertThat(joiner.add(again, NOON)).isEqualTo(new Repeated(again, id(HOUR, 2)));
    joiner.add(part(2, 2, HOUR, "b"), NOON);
    assertThat(joiner.add(again, NOON)).isEqualTo(new Repeated(again, id(HOUR, 2)));
  }

  @ParameterizedTest
  @CsvSource({
    "20260101090002124, true",
    "20260101090002122, false",
    "'', true",
  })
  void partThatSaysSomethingElseContradictsAndTheLaterQnStands(String qn, boolean stands) {
    Packet earlier = part(1, 2, HOUR, "a");
    joiner.add(earlier, NOON);
    Packet other = Frames.packet(writer(1, 2, HOUR, "z").qn(qn).toFrame());

    assertThat(joiner.add(other, NOON))
        .isEqualTo(new Contradicting(other, id(HOUR, 2), earlier, stands));
    Packet second = part(2, 2, HOUR, "b");
    assertThat(((Complete) joiner.add(second, NOON)).parts())
        .containsExactly(stands ? other : earlier, second);
  }

  @Test
  void incompleteSetIsReportedOnceItsPatienceIsOverAndNotBefore() {
    joiner.add(part(2, 4, HOUR, "b"), NOON);
    joiner.add(part(4, 4, HOUR, "d"), NOON.plusSeconds(60));

    joiner.expire(NOON.plusSeconds(60).plus(PATIENCE));
    assertThat(abandoned).isEmpty();
    joiner.expire(NOON.plusSeconds(61).plus(PATIENCE));

    assertThat(abandoned)
        .containsExactly(new AbandonedParts(id(HOUR, 4), List.of(2, 4), Cause.EXPIRED));
    assertThat(abandoned.get(0).missing()).containsExactly(1, 3);
    assertThat(joiner.bytes()).isZero();
  }

  @Test
  void repeatingOnePartDoesNotProlongTheWaitForTheOthers() {
    joiner.add(part(1, 2, HOUR, "a"), NOON);
    joiner.add(part(1, 2, HOUR, "a"), NOON.plus(PATIENCE));

    joiner.expire(NOON.plus(PATIENCE).plusSeconds(1));

    assertThat(abandoned).hasSize(1);
  }

  @Test
  void numbersThatCountTheRecordsOfAHistoryMissNothing() {
    for (int hour = 0; hour < 3; hour++) {
      joiner.add(part(hour + 1, 3, "202601010" + hour + "0000", "a"), NOON);
    }

    joiner.expire(NOON.plus(PATIENCE).plusSeconds(1));

    assertThat(abandoned).hasSize(3).allMatch(one -> one.cause() == Cause.RECORD_COUNT);
    assertThat(abandoned).allMatch(one -> one.missing().isEmpty());
  }

  @Test
  void sameLostPartOfTwoHoursIsMissingTwice() {
    joiner.add(part(1, 2, HOUR, "a"), NOON);
    joiner.add(part(1, 2, "20260101090000", "a"), NOON);

    joiner.expire(NOON.plus(PATIENCE).plusSeconds(1));

    assertThat(abandoned).hasSize(2).allMatch(one -> one.cause() == Cause.EXPIRED);
  }

  @Test
  void overItsLimitOfSetsTheOldestIsCrowdedOutAndReported() {
    PartJoiner small = new PartJoiner(new Limits(2, 1 << 20, PATIENCE), abandoned::add);

    for (int hour = 1; hour <= 3; hour++) {
      small.add(part(1, 2, "202601010" + hour + "0000", "a"), NOON);
    }

    assertThat(small.size()).isEqualTo(2);
    assertThat(abandoned)
        .containsExactly(
            new AbandonedParts(id("20260101010000", 2), List.of(1), Cause.CROWDED_OUT));
  }

  @Test
  void bytesStayUnderTheirLimitWhateverComes() {
    PartJoiner small = new PartJoiner(new Limits(1000, 2000, PATIENCE), abandoned::add);

    for (int i = 1; i <= 300; i++) {
      small.add(part(i, 300, HOUR, "v".repeat(i)), NOON);
      assertThat(small.bytes()).isLessThanOrEqualTo(2000);
    }

    assertThat(abandoned).isNotEmpty();
  }

  @Test
  void everyUploadIsCompletedExactlyOnceInAnyMixture() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Packet> mixture = new ArrayList<>();
    Map<SplitId, Integer> completed = new HashMap<>();
    for (int upload = 0; upload < 60; upload++) {
      int of = 2 + random.nextInt(12);
      for (int number = 1; number <= of; number++) {
        Packet part = part(number, of, String.format("202601010%05d", upload), "v" + number);
        Collections.addAll(mixture, part, part);
      }
    }
    Collections.shuffle(mixture, random);

    for (Packet packet : mixture) {
      if (joiner.add(packet, NOON) instanceof Complete complete) {
        completed.merge(complete.id(), 1, Integer::sum);
        assertThat(complete.parts()).as("seed %s", seed).hasSize(complete.id().parts());
      }
    }

    assertThat(completed)
        .as("seed %s", seed)
        .hasSize(60)
        .allSatisfy((id, n) -> assertThat(n).isOne());
    joiner.expire(NOON.plus(PATIENCE).plusSeconds(1));
    assertThat(abandoned).isEmpty();
    assertThat(joiner.bytes()).isZero();
  }

  private static SplitId id(String dataTime, int of) {
    return new SplitId(Frames.MN, "2061", dataTime, of);
  }

  private static Packet part(int number, int of, String dataTime, String value) {
    return Frames.packet(writer(number, of, dataTime, value).toFrame());
  }

  private static PacketWriter writer(int number, int of, String dataTime, String value) {
    return Frames.header("2061", 7)
        .part(number, of)
        .item("DataTime", dataTime)
        .factor("a21026", "Avg", value);
  }
}
