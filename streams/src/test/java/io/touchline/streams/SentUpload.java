package io.touchline.streams;

import io.touchline.hj212.PacketWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a data logger says of one moment, to be sent whole or in parts.
 *
 * @param cn 2051, 2061 or 2031
 * @param qn when it was sent, null for a logger that leaves it out
 * @param factorsAndValues {@code "a21026", "Avg=12.3,Flag=N", …}
 */
record SentUpload(
    String mn, String st, String cn, Instant dataTime, Instant qn, List<String> factorsAndValues) {

  byte[] whole() {
    return writer(factorsAndValues).toFrame();
  }

  /** Cut between factors, as the standard cuts them; no part is empty. */
  List<byte[]> parts(int wanted) {
    int parts = Math.min(wanted, factorsAndValues.size() / 2);
    List<byte[]> frames = new ArrayList<>();
    for (int part = 1; part <= parts; part++) {
      List<String> some = new ArrayList<>();
      for (int at = 2 * (part - 1); at < factorsAndValues.size(); at += 2 * parts) {
        some.addAll(factorsAndValues.subList(at, at + 2));
      }
      frames.add(writer(some).flag(7).part(part, parts).toFrame());
    }
    return frames;
  }

  /** Names it, in however many frames it comes. */
  String name() {
    return FrameHash.of(whole());
  }

  /** Whether both speak of one moment and neither says that it was sent later. */
  boolean tiesWith(SentUpload other) {
    return mn.equals(other.mn)
        && cn.equals(other.cn)
        && dataTime.equals(other.dataTime)
        && (qn == null || other.qn == null || qn.equals(other.qn));
  }

  private PacketWriter writer(List<String> factors) {
    Instant sent = qn == null ? dataTime : qn;
    PacketWriter writer = Frames.writer(mn, cn, dataTime, sent, factors.toArray(String[]::new));
    return (qn == null ? writer.qn(null) : writer).st(st);
  }
}
