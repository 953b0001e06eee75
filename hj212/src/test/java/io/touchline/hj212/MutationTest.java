package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Verdict.Accepted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hostile input. The seed is printed: set it here to run a failure again. */
class MutationTest {

  private static final int ROUNDS = 30_000;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final FrameDecoder decoder = new FrameDecoder();
  private final FrameScanner scanner = new FrameScanner();

  @BeforeEach
  void printSeed() {
    System.out.println("MutationTest seed " + seed);
  }

  @Test
  void mutatedFrameAlwaysGetsAVerdictAndAnAcceptedOneCanBeReadThroughout() {
    for (int i = 0; i < ROUNDS; i++) {
      byte[] frame = mutated(sample());
      if (decoder.decode(frame, random.nextBoolean()) instanceof Accepted accepted) {
        readThroughout(accepted.packet());
      }
    }
  }

  @Test
  void mutatedSegmentInASoundFrameAlwaysGetsAVerdictAndCanBeReadThroughout() {
    for (int i = 0; i < ROUNDS; i++) {
      byte[] sample = sample();
      byte[] segment = mutated(Arrays.copyOfRange(sample, 6, sample.length - 6));
      if (decoder.decode(PacketWriter.frame(segment)) instanceof Accepted accepted) {
        readThroughout(accepted.packet());
      }
    }
  }

  @Test
  void everyByteOfAMutatedStreamComesOutOnceAndInOrderHoweverItIsCut() {
    for (int i = 0; i < ROUNDS / 10; i++) {
      byte[] stream = mutated(Frames.join(sample(), sample(), sample()));
      assertThat(scan(stream)).as("seed %s", seed).isEqualTo(visible(stream));
    }
  }

  @Test
  void goodFramesBehindADamagedOneAllSurvive() {
    byte[] good = Frames.hourUpload().toFrame();
    for (int i = 0; i < ROUNDS / 10; i++) {
      byte[] damaged = Arrays.copyOf(sample(), 7 + random.nextInt(150));
      String all = Frames.text(Frames.join(damaged, good, good));
      List<String> frames = new ArrayList<>();
      collect(Frames.ascii(all), frames);
      assertThat(frames).as("seed %s: %s", seed, all).endsWith(text(good), text(good));
    }
  }

  private byte[] sample() {
    return switch (random.nextInt(4)) {
      case 0 -> Frames.hourUpload().toFrame();
      case 1 -> Frames.header("9014", 4).toFrame();
      case 2 -> Frames.header("3020", 9).item("i11001-Info", "//仪器;##0012,x//").toFrame();
      default -> new PacketWriter().cn("2011").mn("M1").factor("011", "Rtd", "1").toFrame();
    };
  }

  private byte[] mutated(byte[] bytes) {
    byte[] result = bytes.clone();
    for (int times = 1 + random.nextInt(3); times > 0 && result.length > 0; times--) {
      int at = random.nextInt(result.length);
      switch (random.nextInt(5)) {
        case 0 -> result[at] = (byte) random.nextInt(256);
        case 1 -> result[at] = (byte) "#&=;,-/0CP\r\n ".charAt(random.nextInt(13));
        case 2 -> result = Arrays.copyOf(result, at);
        case 3 ->
            result =
                Frames.join(
                    Arrays.copyOf(result, at), Arrays.copyOfRange(result, at / 2, result.length));
        default ->
            result =
                Frames.join(
                    Arrays.copyOf(result, at),
                    Arrays.copyOfRange(result, Math.min(result.length, at + 9), result.length));
      }
    }
    return result;
  }

  private static void readThroughout(Packet packet) {
    assertThat(packet.cn()).isNotEmpty();
    assertThat(packet.edition()).isNotNull();
    assertThat(packet.toString()).isNotEmpty();
    int values = packet.factors().values().stream().mapToInt(suffixes -> suffixes.size()).sum();
    assertThat(values).isLessThanOrEqualTo(packet.items().size());
    assertThat(packet.dataTime()).isNotNull();
    assertThat(packet.qnTime()).isNotNull();
    Answers.to(packet).ifPresent(answer -> assertThat(Frames.packet(answer)).isNotNull());
  }

  private String scan(byte[] stream) {
    return collect(stream, new ArrayList<>());
  }

  /** Feeds the stream in pieces; gives back all bytes that came out, adds the frames to a list. */
  private String collect(byte[] stream, List<String> frames) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    int to = 0;
    while (to < stream.length) {
      to = Math.min(stream.length, to + 1 + random.nextInt(200));
      while (true) {
        Scan scan = scanner.next(stream, at, to, to == stream.length);
        if (scan instanceof Scan.NeedMore more) {
          at = more.keepFrom();
          break;
        }
        byte[] piece;
        if (scan instanceof Scan.Frame frame) {
          piece = frame.copyOf(stream);
          frames.add(text(piece));
          at = frame.to();
        } else {
          Scan.Skipped skipped = (Scan.Skipped) scan;
          piece = skipped.copyOf(stream);
          at = skipped.to();
        }
        assertThat(piece).isNotEmpty();
        out.append(visible(piece));
      }
    }
    assertThat(at).isEqualTo(stream.length);
    return out.toString();
  }

  private static String text(byte[] frame) {
    return Frames.text(frame).stripTrailing();
  }

  private static String visible(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      if (b != '\r' && b != '\n' && b != ' ' && b != '\t') {
        text.append((char) (b & 0xFF));
      }
    }
    return text.toString();
  }
}
