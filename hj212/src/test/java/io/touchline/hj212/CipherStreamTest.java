package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * Streams of enciphered frames, whose bytes may look like anything. The seed is printed: set it
 * here to run a failure again.
 */
class CipherStreamTest {

  /** What must not be taken for the end of a frame, or for the beginning of one. */
  private static final String[] TRAPS = {
    "&&",
    "##",
    ";",
    "\r\n",
    "&&1C80\r\n",
    "&&FFFF##",
    "##0012",
    "##0000",
    "##9999",
    "##12QN=",
    "#",
    "&&1C80\r\n##0021CN=",
    "CP=&&",
    "{0x41}",
    "##0007CP=&&&&",
    "\r\n\r\n##0000FFFF\r\n"
  };

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final FrameScanner scanner = new FrameScanner();

  @BeforeEach
  void printSeed() {
    System.out.println("CipherStreamTest seed " + seed);
  }

  @Test
  void encipheredFramesComeOutWholeHoweverTheStreamIsCut() {
    for (int i = 0; i < 1000; i++) {
      Sm4Key key = key();
      List<String> frames = new ArrayList<>();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        byte[] plain = upload().toFrame();
        byte[] frame = upload().enciphered(key).toFrame();
        frames.add(Frames.text(random.nextInt(4) == 0 ? plain : frame));
      }
      assertThat(scan(stream(frames))).as("seed %s", seed).isEqualTo(stripped(frames));
    }
  }

  @Test
  void cipherThatHoldsSeparatorsHeadsAndLineBreaksNeverSplitsItsFrame() {
    for (int i = 0; i < 3000; i++) {
      List<String> frames = new ArrayList<>();
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        frames.add(Frames.text(trapped()));
      }
      assertThat(scan(stream(frames))).as("seed %s", seed).isEqualTo(stripped(frames));
    }
  }

  @Test
  void printedCipherComesOutWholeThoughLongerThanItsLengthSays() {
    for (int i = 0; i < 500; i++) {
      List<String> frames = new ArrayList<>();
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        frames.add(Frames.text(Dialects.printed(upload().enciphered(key()).toFrame())));
      }
      assertThat(scan(stream(frames))).as("seed %s", seed).isEqualTo(stripped(frames));
    }
  }

  @RepeatedTest(3)
  void whatIsScannedIsDecipheredToWhatWasSent() {
    Sm4Key key = key();
    List<String> sent = new ArrayList<>();
    List<String> wire = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      PacketWriter writer = upload();
      sent.add(Frames.text(writer.toFrame()).stripTrailing());
      wire.add(Frames.text(writer.enciphered(key).toFrame()));
    }

    List<String> read = new ArrayList<>();
    for (String frame : scan(stream(wire))) {
      Packet packet =
          Dialects.accepted(Frames.ascii(frame), Dialects.withKeys(key(), key)).packet();
      read.add(Frames.text(packet.bytes()).stripTrailing());
    }

    assertThat(read).as("seed %s", seed).isEqualTo(sent);
  }

  private PacketWriter upload() {
    PacketWriter writer = Frames.header("2011", 9).item("DataTime", "20260101080030");
    for (int n = random.nextInt(20); n > 0; n--) {
      String code = String.format(Locale.ROOT, "a%05d", random.nextInt(100_000));
      writer.factor(code, "Rtd", Integer.toString(random.nextInt()), "Flag", "N");
    }
    return writer;
  }

  @Test
  void aFrameWholeAndRightInsideCipherIsTakenForOneThatCameBehindALostEnd() {
    String inner = "##0009CN=9014&&" + Crc.hex(Crc.of(Frames.ascii("CN=9014&&"), 0, 9)) + "\r\n";
    String head = "QN=20260101090002123;ST=31;CN=2011;CP=&&";
    String outer = "##%04d%s".formatted(head.length() + inner.length() - 6, head);

    assertThat(scan(Frames.ascii(outer + inner))).containsExactly(outer, inner.stripTrailing());
  }

  /**
   * An enciphered frame with traps over its cipher text. One in some hundred thousand traps makes a
   * frame that is whole and right, its check code included; no reader could tell it from one that
   * came behind a lost end, so another is drawn.
   */
  private byte[] trapped() {
    byte[] frame;
    do {
      frame = withTraps(upload().enciphered(key()).toFrame());
    } while (holdsARightFrame(frame));
    return frame;
  }

  private static boolean holdsARightFrame(byte[] frame) {
    String text = Frames.text(frame);
    for (int at = text.indexOf("##", 1); at >= 0; at = text.indexOf("##", at + 1)) {
      String length = text.substring(at + 2, Math.min(at + 6, text.length()));
      if (!length.matches("[0-9]{4}")) {
        continue;
      }
      int check = at + 6 + Integer.parseInt(length);
      if (check + 4 <= frame.length
          && text.startsWith("&&", check - 2)
          && Crc.parse(frame, check) == Crc.of(frame, at + 6, check)) {
        return true;
      }
    }
    return false;
  }

  /** The frame with traps written over its whole cipher blocks. */
  private byte[] withTraps(byte[] frame) {
    int cp = Frames.text(frame).indexOf("CP=&&") + 5;
    int blocks = (frame.length - 8 - cp) / Sm4.BLOCK * Sm4.BLOCK;
    for (int n = random.nextInt(8); n > 0; n--) {
      byte[] trap = Frames.ascii(TRAPS[random.nextInt(TRAPS.length)]);
      int room = blocks - trap.length;
      if (room > 0) {
        System.arraycopy(trap, 0, frame, cp + random.nextInt(room), trap.length);
      }
    }
    return frame;
  }

  private Sm4Key key() {
    return Sm4Key.parse(String.format("%016x", random.nextLong()));
  }

  private static byte[] stream(List<String> frames) {
    return Frames.ascii(String.join("", frames));
  }

  private static List<String> stripped(List<String> frames) {
    return frames.stream().map(String::stripTrailing).toList();
  }

  /** Feeds the stream in pieces of any size; every step must give a frame. */
  private List<String> scan(byte[] stream) {
    List<String> frames = new ArrayList<>();
    int most = 1 + random.nextInt(400);
    int at = 0;
    int to = 0;
    while (to < stream.length) {
      to = Math.min(stream.length, to + 1 + random.nextInt(most));
      while (true) {
        Scan scan = scanner.next(stream, at, to, false);
        if (scan instanceof Scan.NeedMore more) {
          at = more.keepFrom();
          break;
        }
        assertThat(scan).as("seed %s", seed).isInstanceOf(Scan.Frame.class);
        frames.add(Frames.text(((Scan.Frame) scan).copyOf(stream)).stripTrailing());
        at = ((Scan.Frame) scan).to();
      }
    }
    return frames;
  }
}
