package io.touchline.app.decode;

import io.touchline.app.Texts;
import io.touchline.app.decode.DecodedFrame.Remark;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.Diagnosis;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.FrameScanner;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Reason;
import io.touchline.hj212.Scan;
import io.touchline.hj212.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes the bytes of one line apart as the gateway takes a connection apart: into the frames it
 * holds, each judged.
 */
public final class LineDecoder {

  private final FrameScanner scanner = new FrameScanner();
  private final FrameDecoder decoder = new FrameDecoder();
  private final boolean chinese = Texts.locale().equals(Locale.CHINESE);
  private final Dialect dialect;

  /** A decoder of lines that may all be in one dialect. */
  public LineDecoder(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * One result a frame, in order. Bytes around frames that belong to none are a remark on the
   * nearest frame; on a line without any frame they are a rejected one.
   *
   * @param number of the line, from 1
   */
  public List<DecodedFrame> decode(long number, byte[] line) {
    List<DecodedFrame> frames = new ArrayList<>();
    int skipped = 0;
    Reason why = Reason.NO_HEADER;
    for (int at = 0; at < line.length; ) {
      Scan scan = scanner.next(line, at, line.length, true);
      if (scan instanceof Scan.Frame frame) {
        Verdict verdict = decoder.decode(frame.copyOf(line), frame.crlfMissing(), dialect);
        frames.add(frame(number, verdict, skipped));
        skipped = 0;
        at = frame.to();
      } else if (scan instanceof Scan.Skipped piece) {
        skipped += piece.to() - piece.from();
        why = piece.reason();
        at = piece.to();
      } else {
        break; // blanks to the end
      }
    }
    if (skipped > 0) {
      addSkipped(frames, number, skipped, why);
    }
    return frames;
  }

  private void addSkipped(List<DecodedFrame> frames, long number, int skipped, Reason why) {
    if (frames.isEmpty()) {
      String detail = Texts.get("decode.bytes", Integer.toString(skipped));
      frames.add(rejected(number, List.of(remark(why, detail)), why));
      return;
    }
    int last = frames.size() - 1;
    DecodedFrame frame = frames.get(last);
    List<Remark> remarks = new ArrayList<>(frame.diagnosis());
    remarks.add(skippedRemark(skipped));
    frames.set(last, withRemarks(frame, remarks));
  }

  private DecodedFrame frame(long number, Verdict verdict, int skipped) {
    List<Remark> remarks = new ArrayList<>();
    if (skipped > 0) {
      remarks.add(skippedRemark(skipped));
    }
    if (verdict instanceof Verdict.Rejected rejected) {
      remarks.add(remark(rejected.reason(), rejected.detail()));
    }
    for (Diagnosis diagnosis : verdict.diagnoses()) {
      remarks.add(new Remark(diagnosis.code(), chinese ? diagnosis.zh() : diagnosis.en()));
    }
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted(number, accepted.packet(), remarks);
    }
    return rejected(number, remarks, ((Verdict.Rejected) verdict).reason());
  }

  private static DecodedFrame accepted(long number, Packet packet, List<Remark> remarks) {
    return new DecodedFrame(
        number,
        DecodedFrame.ACCEPTED,
        null,
        packet.edition().text(),
        packet.cn(),
        packet.st(),
        packet.mn(),
        packet.qn(),
        packet.dataTime().map(time -> ChinaTime.format(ChinaTime.instant(time))).orElse(null),
        packet.factors(),
        remarks);
  }

  private static DecodedFrame rejected(long number, List<Remark> remarks, Reason reason) {
    return new DecodedFrame(
        number,
        DecodedFrame.REJECTED,
        reason.code(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        remarks);
  }

  private static DecodedFrame withRemarks(DecodedFrame frame, List<Remark> remarks) {
    return new DecodedFrame(
        frame.line(),
        frame.verdict(),
        frame.reason(),
        frame.edition(),
        frame.cn(),
        frame.st(),
        frame.mn(),
        frame.qn(),
        frame.dataTime(),
        frame.factors(),
        remarks);
  }

  /** The reason once more as a remark, with the numbers behind it. */
  private Remark remark(Reason reason, String detail) {
    return new Remark(
        reason.code(), chinese ? reason.zh() + "(" + detail + ")" : reason.en() + ": " + detail);
  }

  private static Remark skippedRemark(int bytes) {
    return new Remark("bytes-skipped", Texts.get("decode.skipped", Integer.toString(bytes)));
  }
}
