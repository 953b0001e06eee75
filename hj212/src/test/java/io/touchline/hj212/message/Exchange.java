package io.touchline.hj212.message;

import io.touchline.hj212.Edition;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Verdict;
import java.nio.charset.StandardCharsets;

/** Frames of one exchange with one logger. */
final class Exchange {

  static final String QN = "20260101090002123";
  static final String PW = "123456";
  static final String MN = "010000A8900016F000169DC0";

  private Exchange() {}

  /** A whole frame, as the other side would send it, around a CP. */
  static byte[] frame(String cn, Edition edition, String cp) {
    String flag =
        switch (edition) {
          case V2005 -> "3";
          case V2017 -> "5";
          case V2025 -> "9";
        };
    return around(
        "QN="
            + QN
            + ";ST=32;CN="
            + cn
            + ";PW="
            + PW
            + ";MN="
            + MN
            + ";Flag="
            + flag
            + ";CP=&&"
            + cp
            + "&&");
  }

  static byte[] around(String segment) {
    return PacketWriter.frame(segment.getBytes(StandardCharsets.UTF_8));
  }

  static Packet packet(byte[] frame) {
    Verdict verdict = new FrameDecoder().decode(frame);
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted.packet();
    }
    throw new AssertionError("expected a good frame, got " + verdict);
  }

  static Packet packet(String cn, Edition edition, String cp) {
    return packet(frame(cn, edition, cp));
  }

  static Message message(String cn, Direction direction, Edition edition, String cp) {
    return Messages.of(packet(cn, edition, cp), direction);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** CP of a message as it stands on the wire. */
  static String cp(Message message) {
    return text(message.parameters().bytes());
  }
}
