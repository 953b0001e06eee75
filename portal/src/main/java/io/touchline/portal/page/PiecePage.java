package io.touchline.portal.page;

import io.touchline.hj212.EscapedLine;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.FrameScanner;
import io.touchline.hj212.Reason;
import io.touchline.hj212.Scan;
import io.touchline.hj212.Verdict;
import io.touchline.portal.read.Quarantined;
import java.util.ArrayList;
import java.util.List;

/** One piece that was not accepted, taken apart as the gateway takes a connection apart. */
public record PiecePage(Quarantined piece, List<Part> parts) {

  /**
   * A frame within the piece, or bytes that begin none.
   *
   * @param verdict by the standard alone, without the station's dialect; null for bytes that begin
   *     no frame
   * @param why they begin none, null for a frame
   * @param text the bytes on one line without the password; what does not print is escaped
   * @param fields field by field, in the order in which they came
   */
  public record Part(Verdict verdict, Reason why, String text, List<FrameField> fields) {

    /** Why it is no packet; null where it is one. */
    public Reason reason() {
      return verdict instanceof Verdict.Rejected rejected ? rejected.reason() : why;
    }

    /** The numbers behind the reason, in English; "" where it is a packet. */
    public String detail() {
      return verdict instanceof Verdict.Rejected rejected ? rejected.detail() : "";
    }
  }

  public static PiecePage of(Quarantined piece) {
    byte[] bytes = piece.bytes();
    FrameScanner scanner = new FrameScanner();
    FrameDecoder decoder = new FrameDecoder();
    List<Part> parts = new ArrayList<>();
    for (int at = 0; at < bytes.length; ) {
      Scan scan = scanner.next(bytes, at, bytes.length, true);
      if (scan instanceof Scan.Frame frame) {
        byte[] copy = frame.copyOf(bytes);
        Verdict verdict = decoder.decode(copy, frame.crlfMissing());
        parts.add(new Part(verdict, null, text(copy), FrameField.of(EscapedLine.of(copy))));
        at = frame.to();
      } else if (scan instanceof Scan.Skipped skipped) {
        parts.add(new Part(null, skipped.reason(), text(skipped.copyOf(bytes)), List.of()));
        at = skipped.to();
      } else {
        break; // blanks to the end
      }
    }
    return new PiecePage(piece, parts);
  }

  /** Bytes as people may see them: on one line, and no password. */
  public static String text(byte[] bytes) {
    return FrameField.withoutPassword(EscapedLine.of(bytes));
  }
}
