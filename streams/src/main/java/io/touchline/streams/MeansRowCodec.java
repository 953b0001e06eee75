package io.touchline.streams;

import io.touchline.contract.Cause;
import io.touchline.contract.MeansRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FrameRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@link MeansRecord}: its frames by their places among those of gathered minutes, as far as they
 * lie there, and else as {@link FrameRefs} has them; which of them prove a factor as stretches of
 * that list; and what each came to.
 */
final class MeansRowCodec implements RowCodec<MeansRecord> {

  private static final int VERSION = 2;
  private static final int USUAL_BYTES = 1024;
  private static final long HOUR_SECONDS = AveragingPeriod.HOUR.length().toSeconds();

  /** Fewer are written out: to look for their places costs more than they take. */
  private static final int FEW = 3;

  private final UploadRows uploads;

  /**
   * A codec of one task.
   *
   * @param uploads where frames of gathered minutes lie
   */
  MeansRowCodec(UploadRows uploads) {
    this.uploads = uploads;
  }

  /**
   * Frames in a row.
   *
   * @param hour after the start of the period, counted from 1; 0 where the frames are written out
   * @param first place of the first among the frames of that hour
   */
  private record Stretch(int hour, int first, List<FrameRef> frames) {

    boolean isFollowedBy(Stretch next) {
      return hour == next.hour && (hour == 0 || first + frames.size() == next.first);
    }
  }

  /** Whether its row would be shorter once its minutes are gathered. */
  static boolean namesPlaces(MeansRecord record) {
    return record.period() != AveragingPeriod.MONTH && record.frames().size() > FEW;
  }

  @Override
  public byte[] encode(MeansRecord record) {
    RowWriter row =
        new RowWriter(USUAL_BYTES)
            .bits(VERSION)
            .count(record.schemaVersion())
            .text(record.mn())
            .choice(record.period())
            .number(record.start().getEpochSecond())
            .count(record.revision())
            .choice(record.cause());
    writeFrames(record, row);
    row.count(record.factors().size());
    record
        .factors()
        .forEach(
            (name, factor) -> {
              row.text(name);
              writeStretches(factor.inputs(), row);
              MeanFactorCodec.write(factor, row);
            });
    return row.toBytes();
  }

  @Override
  public MeansRecord decode(byte[] bytes) {
    RowReader row = new RowReader(bytes);
    row.version(VERSION, "mean");
    int schemaVersion = row.count();
    String mn = row.text();
    AveragingPeriod period = row.choice(AveragingPeriod.class);
    Instant start = Instant.ofEpochSecond(row.number());
    int revision = row.count();
    Cause cause = row.choice(Cause.class);
    List<FrameRef> frames = new ArrayList<>();
    Map<Integer, List<FrameRef>> gathered = new HashMap<>();
    for (int left = row.count(); left > 0; left--) {
      int hour = row.count();
      if (hour == 0) {
        frames.addAll(FrameRefs.read(row));
      } else {
        int first = row.count();
        int end = first + row.count();
        frames.addAll(
            gathered
                .computeIfAbsent(hour, key -> uploads.framesOf(mn, hourOf(start, key)))
                .subList(first, end));
      }
    }
    SortedMap<String, MeansRecord.Factor> factors = new TreeMap<>();
    for (int left = row.count(); left > 0; left--) {
      String name = row.text();
      List<Integer> inputs = readStretches(row);
      factors.put(name, MeanFactorCodec.read(row, inputs));
    }
    return new MeansRecord(
        schemaVersion, mn, period, start, revision, cause, factors, List.copyOf(frames));
  }

  private void writeFrames(MeansRecord record, RowWriter row) {
    Map<FrameRef, Stretch> places = namesPlaces(record) ? places(record) : Map.of();
    List<Stretch> stretches = new ArrayList<>();
    for (FrameRef frame : record.frames()) {
      Stretch next = places.getOrDefault(frame, new Stretch(0, 0, List.of(frame)));
      Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
      if (last != null && last.isFollowedBy(next)) {
        last.frames().add(frame);
      } else {
        stretches.add(new Stretch(next.hour(), next.first(), new ArrayList<>(next.frames())));
      }
    }
    row.count(stretches.size());
    for (Stretch stretch : stretches) {
      row.count(stretch.hour());
      if (stretch.hour() == 0) {
        FrameRefs.write(stretch.frames(), row);
      } else {
        row.count(stretch.first()).count(stretch.frames().size());
      }
    }
  }

  private Map<FrameRef, Stretch> places(MeansRecord record) {
    Map<FrameRef, Stretch> places = new HashMap<>();
    Instant end = record.period().endOf(record.start());
    for (int hour = 1; hourOf(record.start(), hour).isBefore(end); hour++) {
      int first = 0;
      for (FrameRef frame : uploads.framesOf(record.mn(), hourOf(record.start(), hour))) {
        places.put(frame, new Stretch(hour, first++, List.of(frame)));
      }
    }
    return places;
  }

  private static Instant hourOf(Instant start, int hour) {
    return start.plusSeconds((hour - 1) * HOUR_SECONDS);
  }

  /** How far each stretch begins after the one before has ended, and how long it is. */
  private static void writeStretches(List<Integer> indices, RowWriter row) {
    List<int[]> stretches = new ArrayList<>();
    int end = -1;
    for (int index : indices) {
      if (stretches.isEmpty() || index != end) {
        stretches.add(new int[] {index - Math.max(end, 0), 0});
      }
      stretches.get(stretches.size() - 1)[1]++;
      end = index + 1;
    }
    row.count(stretches.size());
    stretches.forEach(stretch -> row.number(stretch[0]).count(stretch[1]));
  }

  private static List<Integer> readStretches(RowReader row) {
    List<Integer> indices = new ArrayList<>();
    int end = 0;
    for (int left = row.count(); left > 0; left--) {
      int first = Math.toIntExact(end + row.number());
      end = first + row.count();
      for (int index = first; index < end; index++) {
        indices.add(index);
      }
    }
    return List.copyOf(indices);
  }
}
