package io.touchline.fleet.misbehaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.FrameScanner;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Scan;
import io.touchline.hj212.Verdict;
import io.touchline.hj212.Verdict.Accepted;
import io.touchline.hj212.Verdict.Rejected;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each misbehaviour against the library that gateways read with. */
class MisbehaviourTest {

  private static final String QN = "20261120103000123";
  private static final byte[] UPLOAD =
      new PacketWriter()
          .qn(QN)
          .st("31")
          .cn("2061")
          .pw("123456")
          .mn("0123456789ABCDEF01234567")
          .flag(5)
          .item("DataTime", "20261120090000")
          .factor("a21026", "Avg", "12.3", "ZsAvg", "15.0", "Cou", "5.1", "Flag", "N")
          .factor("a34013", "Avg", "4.2", "Flag", "N")
          .factor("a01013", "Avg", "-0.12", "Flag", "N")
          .toSegment();

  /** What one upload and a good frame behind it become at the receiver. */
  private record Received(List<Accepted> taken, List<Rejected> refused, int skipped) {}

  @ParameterizedTest
  @EnumSource(Misbehaviour.class)
  void byTheStandardItIsTakenOrRefusedAsExpected(Misbehaviour misbehaviour) {
    Expectation expectation = misbehaviour.expectation();

    Received received = receive(misbehaviour, Dialect.STANDARD);

    assertThat(received.skipped()).as("skipped").isEqualTo(expectation.garbage() ? 1 : 0);
    if (expectation.isTaken() || expectation.reason().equals("wrong-password")) {
      assertThat(received.refused()).isEmpty();
      assertThat(received.taken()).hasSize(1 + framesBeside(misbehaviour));
    } else {
      assertThat(received.taken()).isEmpty();
      assertThat(received.refused())
          .singleElement()
          .satisfies(
              refused -> assertThat(refused.reason().code()).isEqualTo(expectation.reason()));
    }
    if (expectation.remark() != null) {
      List<Verdict> verdicts = new ArrayList<>(received.taken());
      verdicts.addAll(received.refused());
      assertThat(verdicts).anyMatch(each -> each.diagnoses().contains(expectation.remark()));
    }
  }

  static Stream<Misbehaviour> withDialect() {
    return Stream.of(Misbehaviour.values()).filter(each -> each.expectation().hasDialect());
  }

  @ParameterizedTest
  @MethodSource("withDialect")
  void inItsDialectWhatWasRefusedIsTakenWithTheRightContent(Misbehaviour misbehaviour) {
    Expectation expectation = misbehaviour.expectation();
    Dialect dialect =
        new Dialect(
            expectation.check() == null ? CheckMode.STANDARD : expectation.check(),
            expectation.length() == null ? LengthMode.EXACT : expectation.length(),
            expectation.withKey() ? List.of(Habits.KEY) : List.of());

    Received received = receive(misbehaviour, dialect);

    assertThat(received.refused()).isEmpty();
    assertThat(received.taken())
        .singleElement()
        .satisfies(
            taken -> {
              assertThat(taken.packet().qn()).isEqualTo(QN);
              assertThat(taken.packet().factors().get("a21026")).containsEntry("ZsAvg", "15.0");
            });
  }

  @ParameterizedTest
  @EnumSource(Misbehaviour.class)
  void itMisbehavesInTheSameWayEveryTime(Misbehaviour misbehaviour) {
    Habits once = Habits.always(misbehaviour);
    Habits again = Habits.always(misbehaviour);

    for (int at = 0; at < 3; at++) {
      Habits.Spoken first = once.spoken(UPLOAD, Occasion.UPLOAD, null);
      Habits.Spoken second = again.spoken(UPLOAD, Occasion.UPLOAD, null);
      assertThat(first.frames()).usingElementComparator(Arrays::compare).isEqualTo(second.frames());
    }
  }

  @ParameterizedTest
  @EnumSource(Misbehaviour.class)
  void itIsFoundByTheNameThatPeopleGiveIt(Misbehaviour misbehaviour) {
    assertThat(misbehaviour.code()).matches("[a-z0-9-]+");
    assertThat(Misbehaviour.of(misbehaviour.code())).contains(misbehaviour);
  }

  @Test
  void severalTogetherEachTakeHold() {
    Set<Misbehaviour> some =
        EnumSet.of(
            Misbehaviour.CRC_LOWER_CASE, Misbehaviour.NO_CRLF, Misbehaviour.SUFFIX_LOWER_CASE);

    Habits.Spoken spoken = new Habits(some, 1, 7).spoken(UPLOAD, Occasion.UPLOAD, null);

    String frame = new String(spoken.frames().get(0), StandardCharsets.US_ASCII);
    assertThat(frame).contains("a21026-avg=12.3").matches("(?s).*&&[0-9a-f]{4}");
  }

  @Test
  void aLoggerMayMisbehaveNowAndThen() {
    Habits habits = new Habits(EnumSet.of(Misbehaviour.LF_ONLY), 4, 7);
    int odd = 0;
    for (int at = 0; at < 400; at++) {
      byte[] frame = habits.spoken(UPLOAD, Occasion.UPLOAD, null).frames().get(0);
      odd += frame[frame.length - 2] == '\r' ? 0 : 1;
    }
    assertThat(odd).isBetween(70, 130);
  }

  private static int framesBeside(Misbehaviour misbehaviour) {
    return misbehaviour == Misbehaviour.ANSWERS_ANSWERS ? 0 : misbehaviour.expectation().beside();
  }

  private static Received receive(Misbehaviour misbehaviour, Dialect dialect) {
    byte[] good = PacketWriter.frame(UPLOAD);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    Habits.always(misbehaviour)
        .spoken(UPLOAD, Occasion.UPLOAD, null)
        .frames()
        .forEach(stream::writeBytes);
    stream.writeBytes(good);
    Received received = read(stream.toByteArray(), dialect);
    Accepted last = received.taken().remove(received.taken().size() - 1);
    assertThat(last.packet().bytes()).as("the good frame behind it").isEqualTo(good);
    return received;
  }

  private static Received read(byte[] bytes, Dialect dialect) {
    FrameScanner scanner = new FrameScanner();
    FrameDecoder decoder = new FrameDecoder();
    Received received = new Received(new ArrayList<>(), new ArrayList<>(), 0);
    int at = 0;
    int skips = 0;
    while (true) {
      Scan scan = scanner.next(bytes, at, bytes.length, true);
      if (scan instanceof Scan.Frame frame) {
        Verdict verdict = decoder.decode(frame.copyOf(bytes), frame.crlfMissing(), dialect);
        if (verdict instanceof Accepted accepted) {
          received.taken().add(accepted);
        } else {
          received.refused().add((Rejected) verdict);
        }
        at = frame.to();
      } else if (scan instanceof Scan.Skipped skipped) {
        skips++;
        at = skipped.to();
      } else {
        return new Received(received.taken(), received.refused(), skips);
      }
    }
  }
}
