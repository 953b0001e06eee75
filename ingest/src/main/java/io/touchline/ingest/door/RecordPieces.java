package io.touchline.ingest.door;

import io.touchline.hj212.FrameScanner;
import io.touchline.hj212.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Cuts the value of one record into frames and what is none, as a connection's stream is cut. Its
 * end is the end of the stream.
 */
final class RecordPieces {

  /** What is no frame is cut to this size: far below what Kafka takes as one record. */
  private static final int GARBAGE_PART = 8 * 1024;

  private final FrameScanner scanner = new FrameScanner();

  /**
   * Examines each piece, in order. Its place is {@code partition:offset}, and {@code +n} behind it
   * where it begins n bytes into the value.
   */
  List<Examined> examine(ConsumerRecord<byte[], byte[]> record, Intake intake, Sender sender) {
    List<Examined> pieces = new ArrayList<>();
    byte[] value = record.value();
    if (value == null) {
      return pieces;
    }
    String place = record.partition() + ":" + record.offset();
    int at = 0;
    while (true) {
      Scan scan = scanner.next(value, at, value.length, true);
      if (scan instanceof Scan.Frame frame) {
        pieces.add(intake.examine(frame.copyOf(value), at(place, frame.from()), sender));
        at = frame.to();
      } else if (scan instanceof Scan.Skipped skipped) {
        for (int from = skipped.from(); from < skipped.to(); from += GARBAGE_PART) {
          byte[] part =
              Arrays.copyOfRange(value, from, Math.min(from + GARBAGE_PART, skipped.to()));
          pieces.add(intake.examineGarbage(part, skipped.reason(), at(place, from), sender));
        }
        at = skipped.to();
      } else {
        return pieces;
      }
    }
  }

  private static String at(String place, int from) {
    return from == 0 ? place : place + "+" + from;
  }
}
