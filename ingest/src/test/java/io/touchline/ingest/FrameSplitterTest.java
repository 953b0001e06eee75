package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Ticker;
import io.touchline.hj212.FrameScanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSplitterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final byte[] FRAME = Frames.minute(Frames.qn(1));

  private final EmbeddedChannel channel =
      new EmbeddedChannel(
          new FrameSplitter(
              new FrameScanner(),
              PATIENCE,
              new GatewayMeters(
                  new Admission(GatewaySettings.Connections.defaults()),
                  new Backpressure(GatewaySettings.defaults(), Ticker.newMockTicker()))));

  @BeforeEach
  void freezeTime() {
    channel.freezeTime();
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyByteIsInOnePieceOrABlankHoweverTheStreamIsCut(long seed) {
    Random random = new Random(seed);
    byte[] stream = mixedStream(random);

    List<Piece> pieces = new ArrayList<>();
    for (int at = 0; at < stream.length; ) {
      int to = Math.min(stream.length, at + 1 + random.nextInt(3_000));
      pieces.addAll(piecesOf(Arrays.copyOfRange(stream, at, to)));
      at = to;
    }
    channel.close().syncUninterruptibly();
    pieces.addAll(pending());

    int at = 0;
    for (Piece piece : pieces) {
      assertThat(text(stream, at, (int) piece.position())).isBlank();
      at = (int) piece.position() + piece.bytes().length;
      assertThat(piece.bytes()).isEqualTo(Arrays.copyOfRange(stream, (int) piece.position(), at));
    }
    assertThat(text(stream, at, stream.length)).isBlank();
  }

  @Test
  void skippedBytesAreCutIntoNumberedParts() {
    byte[] garbage = new byte[20_000];
    Arrays.fill(garbage, (byte) 'x');

    List<Piece> pieces = piecesOf(garbage);

    assertThat(pieces)
        .map(Piece.Garbage.class::cast)
        .map(part -> part.position() + ":" + part.part() + "/" + part.parts())
        .containsExactly("0:1/3", "8192:2/3", "16384:3/3");
    assertThat(pieces.stream().mapToInt(piece -> piece.bytes().length).sum()).isEqualTo(20_000);
  }

  @Test
  void anUnfinishedFrameIsGivenUpAfterItsPatienceAndTheGoodOneBehindItIsTaken() {
    byte[] head = Frames.bytes("##9000QN=2026;");
    assertThat(piecesOf(Frames.join(head, FRAME))).isEmpty();

    pass(PATIENCE.minusMillis(1));
    assertThat(pending()).isEmpty();
    pass(Duration.ofMillis(1));

    assertThat(pending()).extracting(Piece::bytes).containsExactly(head, FRAME);
  }

  @Test
  void anotherFrameHasItsOwnPatience() {
    byte[] half = Arrays.copyOf(FRAME, 50);
    piecesOf(half);
    pass(PATIENCE.dividedBy(2));
    byte[] rest = Arrays.copyOfRange(FRAME, 50, FRAME.length);
    assertThat(piecesOf(Frames.join(rest, half))).hasSize(1);

    pass(PATIENCE.dividedBy(2));
    assertThat(pending()).isEmpty();
    pass(PATIENCE.dividedBy(2));

    assertThat(pending()).hasSize(1);
  }

  @Test
  void timeInWhichWeDoNotReadDoesNotCount() {
    piecesOf(Arrays.copyOf(FRAME, 50));
    channel.config().setAutoRead(false);
    pass(PATIENCE);
    channel.config().setAutoRead(true);

    pass(PATIENCE.minusMillis(1));
    assertThat(pending()).isEmpty();
    pass(Duration.ofMillis(1));

    assertThat(pending()).hasSize(1);
  }

  @Test
  void noMoreIsHeldThanTheLongestFrame() {
    int sent = 0;
    int got = 0;
    byte[] chunk = Frames.bytes("##9999" + "a".repeat(1_994));
    for (int i = 0; i < 200; i++) {
      for (Piece piece : piecesOf(chunk)) {
        got += piece.bytes().length;
      }
      sent += chunk.length;
      assertThat(sent - got).isLessThanOrEqualTo(9_999 + 12);
    }
  }

  private static byte[] mixedStream(Random random) {
    byte[][] parts = new byte[60][];
    for (int i = 0; i < parts.length; i++) {
      byte[] frame = Frames.minute(Frames.qn(i));
      parts[i] =
          switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(frame, random.nextInt(frame.length));
            case 1 -> Frames.bytes("garbage#" + "y".repeat(random.nextInt(9_000)));
            case 2 -> Frames.bytes(" \r\n \r\n");
            case 3 -> Arrays.copyOf(frame, frame.length - 2);
            case 4 -> {
              frame[random.nextInt(frame.length)] ^= 4;
              yield frame;
            }
            default -> frame;
          };
    }
    return Frames.join(parts);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }

  private List<Piece> piecesOf(byte[] bytes) {
    channel.writeInbound(Unpooled.wrappedBuffer(bytes));
    return pending();
  }

  private List<Piece> pending() {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece = channel.readInbound(); piece != null; piece = channel.readInbound()) {
      pieces.add(piece);
    }
    return pieces;
  }

  private void pass(Duration duration) {
    channel.advanceTimeBy(duration.toNanos(), TimeUnit.NANOSECONDS);
    channel.runScheduledPendingTasks();
  }
}
