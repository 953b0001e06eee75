package io.touchline.streams;

import io.touchline.domain.FrameRef;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Frames in a row: topic and partition said once, as all frames of an outlet share them, and said
 * again where they change; offsets as differences; hashes, which nothing makes smaller, last.
 */
final class FrameRefs {

  private static final int HASH_BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();

  private FrameRefs() {}

  static void write(List<FrameRef> frames, RowWriter row) {
    row.count(frames.size());
    for (int at = 0; at < frames.size(); ) {
      FrameRef first = frames.get(at);
      int end = at;
      while (end < frames.size() && samePlace(first, frames.get(end))) {
        end++;
      }
      row.text(first.topic()).count(first.partition()).count((long) end - at);
      long before = 0;
      for (FrameRef frame : frames.subList(at, end)) {
        row.number(frame.offset() - before);
        before = frame.offset();
      }
      at = end;
    }
    frames.forEach(frame -> row.raw(HEX.parseHex(frame.hash())));
  }

  static List<FrameRef> read(RowReader row) {
    int size = row.count();
    List<FrameRef> places = new ArrayList<>(size);
    while (places.size() < size) {
      String topic = row.text();
      int partition = row.count();
      long offset = 0;
      for (int left = row.count(); left > 0; left--) {
        offset += row.number();
        places.add(new FrameRef(topic, partition, offset, ""));
      }
    }
    List<FrameRef> frames = new ArrayList<>(size);
    for (FrameRef place : places) {
      String hash = HEX.formatHex(row.raw(HASH_BYTES));
      frames.add(new FrameRef(place.topic(), place.partition(), place.offset(), hash));
    }
    return List.copyOf(frames);
  }

  private static boolean samePlace(FrameRef one, FrameRef other) {
    return one.topic().equals(other.topic()) && one.partition() == other.partition();
  }
}
