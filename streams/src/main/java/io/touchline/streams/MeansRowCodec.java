package io.touchline.streams;

import io.touchline.contract.MeansRecord;
import io.touchline.domain.FrameRef;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@link MeansRecord}: its frames as {@link FrameRefs} has them, which of them prove a factor as
 * stretches of that list, and the rest as Smile.
 */
final class MeansRowCodec implements RowCodec<MeansRecord> {

  static final MeansRowCodec INSTANCE = new MeansRowCodec();

  private static final int VERSION = 1;
  private static final int USUAL_BYTES = 3072;

  private final SmileRowCodec<MeansRecord> rest = new SmileRowCodec<>(MeansRecord.class);

  private MeansRowCodec() {}

  @Override
  public byte[] encode(MeansRecord record) {
    RowWriter row = new RowWriter(USUAL_BYTES).bits(VERSION);
    FrameRefs.write(record.frames(), row);
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
    List<FrameRef> frames = FrameRefs.read(row);
    List<List<Integer>> inputs = new ArrayList<>();
    for (int left = row.count(); left > 0; left--) {
      inputs.add(readStretches(row));
    }
    MeansRecord bare = rest.decode(row.rest());
    SortedMap<String, MeansRecord.Factor> whole = new TreeMap<>();
    bare.factors()
        .forEach((name, factor) -> whole.put(name, with(factor, inputs.get(whole.size()))));
    return with(bare, whole, frames);
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
