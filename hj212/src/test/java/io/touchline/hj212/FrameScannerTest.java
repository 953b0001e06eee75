package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Scan.Frame;
import io.touchline.hj212.Scan.NeedMore;
import io.touchline.hj212.Scan.Skipped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScannerTest {

  private static final byte[] GOOD = Frames.hourUpload().toFrame();
  private static final byte[] OTHER =
      Frames.header("2011", 4).item("DataTime", "20260101080030").toFrame();

  private final FrameScanner scanner = new FrameScanner();

  @Test
  void wholeFrameComesOutWithItsLineBreak() {
    assertThat(scan(GOOD)).containsExactly("frame 0-" + GOOD.length);
  }

  @Test
  void frameWithoutLineBreakComesOutAtOnceWithoutWaitingForOne() {
    byte[] bare = Frames.withoutCrlf(GOOD);

    assertThat(scanner.next(bare, 0, bare.length, false))
        .isEqualTo(new Frame(0, bare.length, false));
  }

  @Test
  void twoFramesGluedTogetherBothComeOutAndTheFirstLacksItsLineBreak() {
    byte[] glued = Frames.join(Frames.withoutCrlf(GOOD), OTHER);
    int seam = GOOD.length - 2;

    assertThat(scanner.next(glued, 0, glued.length, false)).isEqualTo(new Frame(0, seam, true));
    assertThat(scanner.next(glued, seam, glued.length, false))
        .isEqualTo(new Frame(seam, glued.length, false));
  }

  @Test
  void frameThatComesByteByByteComesOutOnceAndWhole() {
    byte[] stream = Frames.join(GOOD, Frames.ascii("\r\n "), OTHER, GOOD);

    assertThat(trickle(stream)).containsExactly(text(GOOD), text(OTHER), text(GOOD));
  }

  @Test
  void garbageAndFalseHeadBeforeAFrameAreHandedOutAsOneSkippedPiece() {
    byte[] stream = Frames.join(Frames.ascii("xx##00"), GOOD);

    assertThat(scan(stream)).containsExactly("skipped 0-6 no-header", "frame 6-" + stream.length);
  }

  @Test
  void thirdHashBeforeTheHeadIsSkippedAlone() {
    byte[] stream = Frames.join(Frames.ascii("#"), GOOD);

    assertThat(scan(stream)).containsExactly("skipped 0-1 no-header", "frame 1-" + stream.length);
  }

  @Test
  void headSplitByAReadIsNotLostWithTheGarbageBeforeIt() {
    byte[] stream = Frames.join(Frames.ascii("noise"), GOOD);

    assertThat(scanner.next(stream, 0, 6, false)).isEqualTo(new Skipped(0, 5, Reason.NO_HEADER));
    assertThat(scanner.next(stream, 5, 6, false)).isEqualTo(new NeedMore(5));
  }

  @Test
  void frameInsideTheLogTextOfAnUnfinishedFrameIsNotTakenForANewOne() {
    byte[] log = Frames.header("3020", 5).item("i11001-Info", "//" + text(OTHER) + "//").toFrame();

    assertThat(scanner.next(log, 0, log.length - 20, false)).isEqualTo(new NeedMore(0));
    assertThat(scan(log)).containsExactly("frame 0-" + log.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {-200, -100, -6, -4, -2, -1, 1, 2, 3, 4, 6, 10, 12, 40})
  void frameWithAWrongLengthDoesNotEatTheGoodFrameBehindIt(int error) {
    byte[] bad = Frames.declaring(GOOD, Math.max(0, Frames.segmentLength(GOOD) + error));

    for (byte[] damaged : List.of(bad, Frames.withoutCrlf(bad))) {
      byte[] stream = Frames.join(damaged, OTHER, OTHER);
      assertThat(trickle(stream)).containsExactly(text(damaged), text(OTHER), text(OTHER));
      assertThat(scan(stream)).hasSize(3);
    }
  }

  @Test
  void frameThatLostItsEndStopsAtTheNextHead() {
    byte[] cut = Arrays.copyOf(GOOD, 90);

    assertThat(trickle(Frames.join(cut, OTHER, GOOD, GOOD)))
        .containsExactly(text(cut), text(OTHER), text(GOOD), text(GOOD));
  }

  @Test
  void goodFrameThatEndsWhereTheCutOneBeforeItShouldHaveEndedSurvives() {
    byte[] cut = Arrays.copyOf(GOOD, GOOD.length - OTHER.length);

    assertThat(trickle(Frames.join(cut, OTHER, GOOD)))
        .containsExactly(text(cut), text(OTHER), text(GOOD));
  }

  @Test
  void frameThatLostBytesInItsMiddleStopsAtItsOwnCheckCode() {
    byte[] cut = Frames.join(Arrays.copyOf(GOOD, 90), Arrays.copyOfRange(GOOD, 95, GOOD.length));

    assertThat(trickle(Frames.join(cut, OTHER, GOOD)))
        .containsExactly(text(cut), text(OTHER), text(GOOD));
  }

  @Test
  void frameWithoutReadableCheckCodeComesOutAtItsDeclaredEnd() {
    byte[] bad = Frames.checkedBy(GOOD, "..!?");

    assertThat(scanner.next(bad, 0, bad.length, false)).isEqualTo(new Frame(0, bad.length, false));
  }

  @Test
  void lengthOfThreeDigitsStillGivesOneDamagedFrame() {
    byte[] bad = Frames.join(Frames.ascii("##81"), Arrays.copyOfRange(OTHER, 6, OTHER.length));

    assertThat(trickle(Frames.join(bad, GOOD))).containsExactly(text(bad), text(GOOD));
  }

  @Test
  void unfinishedFrameWaitsUntilTheCallerSaysThatNoMoreComes() {
    byte[] cut = Arrays.copyOf(GOOD, 100);

    assertThat(scanner.next(cut, 0, cut.length, false)).isEqualTo(new NeedMore(0));
    assertThat(scanner.next(cut, 0, cut.length, true)).isEqualTo(new Frame(0, 100, false));
  }

  @Test
  void headCutShortAtTheEndOfInputIsSkippedAsTruncated() {
    byte[] head = Frames.ascii("##01");

    assertThat(scanner.next(head, 0, 4, false)).isEqualTo(new NeedMore(0));
    assertThat(scan(head)).containsExactly("skipped 0-4 truncated");
  }

  @Test
  void frameOverTheLimitIsSkippedWithoutWaitingForIt() {
    FrameScanner small = new FrameScanner(100);

    assertThat(small.next(GOOD, 0, 50, false)).isEqualTo(new Skipped(0, 50, Reason.OVERSIZED));
  }

  @Test
  void blanksAloneAreConsumedWithoutARemark() {
    byte[] blanks = Frames.ascii("\r\n \t\r\n");

    assertThat(scanner.next(blanks, 0, blanks.length, false)).isEqualTo(new NeedMore(6));
  }

  @Test
  void endlessDamageNeverAsksForMoreThanOneLargestFrame() {
    byte[] endless = new byte[60_000];
    Arrays.fill(endless, (byte) 'x');
    System.arraycopy(Frames.ascii("##0001"), 0, endless, 0, 6);

    assertThat(scanner.next(endless, 0, 10_010, false)).isEqualTo(new NeedMore(0));
    assertThat(scanner.next(endless, 0, 10_011, false)).isEqualTo(new Frame(0, 10_011, false));
  }

  /** The steps over a complete input, each from the end of the one before. */
  private List<String> scan(byte[] input) {
    List<String> steps = new ArrayList<>();
    int at = 0;
    while (true) {
      Scan scan = scanner.next(input, at, input.length, true);
      if (scan instanceof Frame frame) {
        steps.add("frame " + frame.from() + "-" + frame.to());
        at = frame.to();
      } else if (scan instanceof Skipped skipped) {
        steps.add("skipped " + skipped.from() + "-" + skipped.to() + " " + skipped.reason().code());
        at = skipped.to();
      } else {
        return steps;
      }
    }
  }

  /** The frames of a stream that arrives one byte at a time and then ends. */
  private List<String> trickle(byte[] stream) {
    List<String> frames = new ArrayList<>();
    int at = 0;
    for (int to = 1; to <= stream.length; to++) {
      while (true) {
        Scan scan = scanner.next(stream, at, to, to == stream.length);
        if (scan instanceof NeedMore more) {
          at = more.keepFrom();
          break;
        }
        assertThat(scan).isInstanceOf(Frame.class);
        frames.add(text(((Frame) scan).copyOf(stream)));
        at = ((Frame) scan).to();
      }
    }
    return frames;
  }

  /** Without the line break, which may come after its frame was handed out. */
  private static String text(byte[] frame) {
    return Frames.text(frame).stripTrailing();
  }
}
