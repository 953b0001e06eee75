package io.touchline.streams;

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
 * that list; and the rest as Smile.
 */
final class MeansRowCodec implements RowCodec<MeansRecord> {

  private static final int VERSION = 2;
  private static final int USUAL_BYTES = 1024;

  /** Fewer are written out: to look for their places costs more than they take. */
  private static final int FEW = 3;

  private final SmileRowCodec<MeansRecord> rest = new SmileRowCodec<>(MeansRecord.class);
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

  /** The same as it lies in the row. */
  private record Place(int hour, int first, int size, List<FrameRef> writtenOut) {

    static Place read(RowReader row) {
      int hour = row.count();
      return hour == 0
          ? new Place(hour, 0, 0, FrameRefs.read(row))
          : new Place(hour, row.count(), row.count(), List.of());
    }
  }

  /** Whether its row would be shorter once its minutes are gathered. */
  static boolean namesPlaces(MeansRecord record) {
    return record.period() != AveragingPeriod.MONTH && record.frames().size() > FEW;
  }

  @Override
  public byte[] encode(MeansRecord record) {
    RowWriter row = new RowWriter(USUAL_BYTES).bits(VERSION);
    writeFrames(record, row);
    row.count(record.factors().size());
    SortedMap<String, MeansRecord.Factor> bare = new TreeMap<>();
    record
        .factors()
        .forEach(
            (name, factor) -> {
              writeStretches(factor.inputs(), row);
              bare.put(name, with(factor, List.of()));
            });
    return row.raw(rest.encode(with(record, bare, List.of()))).toBytes();
  }

  @Override
  public MeansRecord decode(byte[] bytes) {
    RowReader row = new RowReader(bytes);
    row.version(VERSION, "mean");
    List<Place> places = new ArrayList<>();
    for (int left = row.count(); left > 0; left--) {
      places.add(Place.read(row));
    }
    List<List<Integer>> inputs = new ArrayList<>();
    for (int left = row.count(); left > 0; left--) {
      inputs.add(readStretches(row));
    }
    MeansRecord bare = rest.decode(row.rest());
    List<FrameRef> frames = new ArrayList<>();
    for (Place place : places) {
      frames.addAll(
          place.hour() == 0
              ? place.writtenOut()
              : uploads
                  .framesOf(bare.mn(), hourOf(bare, place.hour()))
                  .subList(place.first(), place.first() + place.size()));
    }
    SortedMap<String, MeansRecord.Factor> whole = new TreeMap<>();
    bare.factors()
        .forEach((name, factor) -> whole.put(name, with(factor, inputs.get(whole.size()))));
    return with(bare, whole, List.copyOf(frames));
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
    for (int hour = 1; hourOf(record, hour).isBefore(end); hour++) {
      int first = 0;
      for (FrameRef frame : uploads.framesOf(record.mn(), hourOf(record, hour))) {
        places.put(frame, new Stretch(hour, first++, List.of(frame)));
      }
    }
    return places;
  }

  private static Instant hourOf(MeansRecord record, int hour) {
    return record.start().plus(AveragingPeriod.HOUR.length().multipliedBy(hour - 1L));
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

  private static MeansRecord with(
      MeansRecord record, SortedMap<String, MeansRecord.Factor> factors, List<FrameRef> frames) {
    return new MeansRecord(
        record.schemaVersion(),
        record.mn(),
        record.period(),
        record.start(),
        record.revision(),
        record.cause(),
        factors,
        frames);
  }

  private static MeansRecord.Factor with(MeansRecord.Factor factor, List<Integer> inputs) {
    return factor.with(factor.revision(), factor.cause(), factor.revisedIn(), inputs);
  }
}
