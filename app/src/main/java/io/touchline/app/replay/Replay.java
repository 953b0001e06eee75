package io.touchline.app.replay;

import io.touchline.app.decode.Lines;
import io.touchline.app.registry.Registry;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.FrameScanner;
import io.touchline.hj212.Scan;
import io.touchline.hj212.Verdict;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.OfflineJournal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Takes recorded frames through the journal, in the order of the file. */
final class Replay implements AutoCloseable {

  private final ReplayOutput output;
  private final OfflineJournal journal;
  private final FrameScanner scanner = new FrameScanner();
  private final FrameDecoder decoder = new FrameDecoder();
  private final Map<String, Dialect> dialects = new HashMap<>();
  private final Reported reported;
  private final LongConsumer progress;
  private final WhyAnswer why;
  private Instant lastReceipt = Instant.EPOCH;
  private long frames;

  /**
   * A replay into an output.
   *
   * @param why hears every frame; null where nothing was asked
   * @param progress hears the number of lines read so far, after each
   */
  Replay(Registry registry, ReplayOutput output, WhyAnswer why, LongConsumer progress) {
    this.output = output;
    this.why = why;
    this.progress = progress;
    this.journal = new OfflineJournal(JournalSettings.standard().withoutWaiting(), output);
    this.reported = new Reported(journal, registry.marks(), registry.samples());
    registry.allowances().permits().forEach(record -> journal.permits(record, Instant.EPOCH));
    registry.allowances().targets().forEach(record -> journal.targets(record, Instant.EPOCH));
    for (OutletRecord outlet : registry.outlets()) {
      journal.outlet(outlet, Instant.EPOCH);
      dialects.put(outlet.mn(), outlet.dialectOrStandard().forDecoder(List.of()));
    }
  }

  /** Reads to the end; then every period of which parts came is formed. */
  ReplaySummary run(InputStream in) throws IOException {
    Lines.each(
        in,
        (number, line) -> {
          output.line(number);
          take(number, RecordedLine.of(line));
          progress.accept(number);
        });
    reported.knownUntil(Instant.MAX);
    journal.endOfInput();
    return output.summary(frames);
  }

  private void take(long number, RecordedLine line) {
    byte[] bytes = line.bytes();
    for (int at = 0; at < bytes.length; ) {
      Scan scan = scanner.next(bytes, at, bytes.length, true);
      if (scan instanceof Scan.Frame frame) {
        frame(number, frame.copyOf(bytes), line.receivedAt());
        at = frame.to();
      } else if (scan instanceof Scan.Skipped piece) {
        frames++;
        output.quarantined(piece.copyOf(bytes), piece.reason().code(), piece.reason().en());
        at = piece.to();
      } else {
        break; // blanks to the end
      }
    }
  }

  private void frame(long line, byte[] frame, Instant receivedAt) {
    frames++;
    Instant receipt = receivedAt != null ? receivedAt : dataTimeOf(frame);
    lastReceipt = receipt != null ? receipt : lastReceipt;
    if (why != null) {
      why.frame(line, lastReceipt, frame);
    }
    reported.knownUntil(lastReceipt);
    journal.frame(frame, lastReceipt);
  }

  private Instant dataTimeOf(byte[] frame) {
    Dialect dialect = dialects.getOrDefault(FrameDecoder.mnOf(frame), Dialect.STANDARD);
    return decoder.decode(frame, false, dialect) instanceof Verdict.Accepted accepted
        ? accepted.packet().dataTime().map(ChinaTime::instant).orElse(null)
        : null;
  }

  @Override
  public void close() {
    journal.close();
  }
}
