package io.touchline.streams;

import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Measurement;
import io.touchline.streams.UploadRow.Datum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The minutes of an hour of one outlet as one row: first all frames, so that means can name them by
 * their place here, then factor by factor its values in columns.
 *
 * @param frames never fewer than before and never in another order, also where another frame stands
 *     now: a mean that was published may name it
 * @param minutes what the logger said, by its moment
 */
record MinuteBlock(List<FrameRef> frames, SortedMap<Instant, UploadRow> minutes) {

  static final MinuteBlock EMPTY = new MinuteBlock(List.of(), new TreeMap<>());

  private static final int VERSION = 1;
  private static final int USUAL_BYTES = 4096;

  /** One sending of some factors of a minute. */
  private record Source(int frame, long sentAt) {}

  /** The same with other rows in the place of some, and with their frames. */
  MinuteBlock with(SortedMap<Instant, UploadRow> more) {
    SortedMap<Instant, UploadRow> all = new TreeMap<>(minutes);
    all.putAll(more);
    SortedSet<FrameRef> others = new TreeSet<>();
    for (UploadRow row : more.values()) {
      row.data().values().forEach(datum -> others.add(datum.frame()));
    }
    Set<FrameRef> known = new LinkedHashSet<>(frames);
    known.addAll(others);
    return new MinuteBlock(List.copyOf(known), all);
  }

  byte[] encode() {
    RowWriter out = new RowWriter(USUAL_BYTES).bits(VERSION);
    FrameRefs.write(frames, out);
    List<Instant> times = List.copyOf(minutes.keySet());
    List<Long> steps = new ArrayList<>();
    for (int at = 0; at < times.size(); at++) {
      long before = at == 0 ? 0 : times.get(at - 1).getEpochSecond();
      steps.add(times.get(at).getEpochSecond() - before);
    }
    out.count(times.size());
    RunColumn.write(steps, RowWriter::number, out);
    List<List<Source>> sources = sources();
    writeSources(times, sources, out);
    SortedSet<String> factors = new TreeSet<>();
    minutes.values().forEach(row -> factors.addAll(row.data().keySet()));
    out.count(factors.size());
    for (String factor : factors) {
      writeFactor(factor, sources, out);
    }
    return out.toBytes();
  }

  private List<List<Source>> sources() {
    Map<FrameRef, Integer> places = placesOf(frames);
    List<List<Source>> sources = new ArrayList<>();
    for (UploadRow row : minutes.values()) {
      Set<Source> ofMinute = new LinkedHashSet<>();
      row.data().values().forEach(datum -> ofMinute.add(source(datum, places)));
      sources.add(List.copyOf(ofMinute));
    }
    return sources;
  }

  private static Source source(Datum datum, Map<FrameRef, Integer> places) {
    return new Source(places.get(datum.frame()), datum.sentAt().toEpochMilli());
  }

  private static void writeSources(List<Instant> times, List<List<Source>> sources, RowWriter out) {
    RunColumn.write(sources.stream().map(List::size).toList(), (row, size) -> row.count(size), out);
    List<Long> steps = new ArrayList<>();
    List<Long> delays = new ArrayList<>();
    int last = -1;
    for (int at = 0; at < times.size(); at++) {
      for (Source source : sources.get(at)) {
        steps.add((long) source.frame() - last);
        delays.add(source.sentAt() - times.get(at).toEpochMilli());
        last = source.frame();
      }
    }
    RunColumn.write(steps, RowWriter::number, out);
    RunColumn.write(delays, RowWriter::number, out);
  }

  private void writeFactor(String factor, List<List<Source>> sources, RowWriter out) {
    Map<FrameRef, Integer> places = placesOf(frames);
    List<Integer> whichSource = new ArrayList<>();
    List<Measurement> said = new ArrayList<>();
    int minute = 0;
    for (UploadRow row : minutes.values()) {
      Datum datum = row.data().get(factor);
      whichSource.add(datum == null ? 0 : 1 + sources.get(minute).indexOf(source(datum, places)));
      if (datum != null) {
        said.add(datum.measurement());
      }
      minute++;
    }
    out.text(factor);
    RunColumn.write(whichSource, (row, which) -> row.count(which), out);
    RunColumn.write(said.stream().map(Measurement::flag).toList(), RowWriter::text, out);
    writeColumn(said, Measurement::value, out);
    writeColumn(said, Measurement::converted, out);
    writeColumn(said, Measurement::amount, out);
  }

  private static void writeColumn(
      List<Measurement> said, Function<Measurement, Decimal> number, RowWriter out) {
    List<Decimal> column = new ArrayList<>();
    said.forEach(one -> column.add(number.apply(one)));
    DecimalColumn.write(column, out);
  }

  /** The frames alone, without a look at the values. */
  static List<FrameRef> framesOf(byte[] row) {
    return FrameRefs.read(begin(row));
  }

  static MinuteBlock decode(byte[] row) {
    RowReader in = begin(row);
    List<FrameRef> frames = FrameRefs.read(in);
    int size = in.count();
    List<Instant> times = new ArrayList<>(size);
    long time = 0;
    for (long step : RunColumn.read(size, RowReader::number, in)) {
      time += step;
      times.add(Instant.ofEpochSecond(time));
    }
    List<List<Source>> sources = readSources(times, in);
    List<SortedMap<String, Datum>> data = new ArrayList<>(size);
    times.forEach(at -> data.add(new TreeMap<>()));
    for (int left = in.count(); left > 0; left--) {
      readFactor(frames, sources, data, in);
    }
    SortedMap<Instant, UploadRow> minutes = new TreeMap<>();
    for (int at = 0; at < size; at++) {
      minutes.put(times.get(at), new UploadRow(data.get(at)));
    }
    return new MinuteBlock(frames, minutes);
  }

  private static RowReader begin(byte[] row) {
    RowReader in = new RowReader(row);
    in.version(VERSION, "hour of minutes");
    return in;
  }

  private static List<List<Source>> readSources(List<Instant> times, RowReader in) {
    List<Integer> counts = RunColumn.read(times.size(), RowReader::count, in);
    int all = counts.stream().mapToInt(Integer::intValue).sum();
    List<Long> steps = RunColumn.read(all, RowReader::number, in);
    List<Long> delays = RunColumn.read(all, RowReader::number, in);
    List<List<Source>> sources = new ArrayList<>();
    int next = 0;
    int frame = -1;
    for (int at = 0; at < times.size(); at++) {
      List<Source> ofMinute = new ArrayList<>();
      for (int left = counts.get(at); left > 0; left--, next++) {
        frame = Math.toIntExact(frame + steps.get(next));
        ofMinute.add(new Source(frame, times.get(at).toEpochMilli() + delays.get(next)));
      }
      sources.add(ofMinute);
    }
    return sources;
  }

  private static void readFactor(
      List<FrameRef> frames,
      List<List<Source>> sources,
      List<SortedMap<String, Datum>> data,
      RowReader in) {
    String factor = in.text();
    List<Integer> whichSource = RunColumn.read(data.size(), RowReader::count, in);
    int said = (int) whichSource.stream().filter(which -> which > 0).count();
    List<String> flags = RunColumn.read(said, RowReader::text, in);
    List<Decimal> values = DecimalColumn.read(said, in);
    List<Decimal> converted = DecimalColumn.read(said, in);
    List<Decimal> amounts = DecimalColumn.read(said, in);
    int next = 0;
    for (int minute = 0; minute < data.size(); minute++) {
      if (whichSource.get(minute) > 0) {
        Source source = sources.get(minute).get(whichSource.get(minute) - 1);
        Measurement measurement =
            new Measurement(
                values.get(next), converted.get(next), amounts.get(next), flags.get(next));
        Instant sentAt = Instant.ofEpochMilli(source.sentAt());
        data.get(minute).put(factor, new Datum(measurement, sentAt, frames.get(source.frame())));
        next++;
      }
    }
  }

  /** Each frame's place in a list. */
  static Map<FrameRef, Integer> placesOf(Collection<FrameRef> frames) {
    Map<FrameRef, Integer> places = new HashMap<>();
    frames.forEach(frame -> places.put(frame, places.size()));
    return places;
  }
}
