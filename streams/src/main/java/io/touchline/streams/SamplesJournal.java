package io.touchline.streams;

import io.touchline.contract.Json;
import io.touchline.contract.SampleRecord;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Every version of every sample of a task's outlets, read once and again after a change. */
final class SamplesJournal {

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, Samples> read = new HashMap<>();

  SamplesJournal(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Keeps a version; false where it is known already. */
  boolean add(Sample sample, byte[] version) {
    Bytes key = OutletKey.sample(sample.mn(), sample.id(), sample.factor(), version);
    if (store.get(key) != null) {
      return false;
    }
    store.put(key, version);
    forget(sample.mn());
    return true;
  }

  /** The version of one factor of one sample that stands, read anew; others are not looked at. */
  Optional<Sample> latest(Sample any) {
    return read(
            OutletKey.firstSample(any.mn(), any.id(), any.factor()),
            OutletKey.lastSample(any.mn(), any.id(), any.factor()))
        .latest(any.id(), any.factor());
  }

  /** All of an outlet. */
  Samples of(String mn) {
    return read.computeIfAbsent(
        mn, outlet -> read(OutletKey.firstSample(outlet), OutletKey.lastSample(outlet)));
  }

  void forget(String mn) {
    read.remove(mn);
  }

  static SampleRecord parse(byte[] version) throws IOException {
    return Json.mapper().readValue(version, SampleRecord.class);
  }

  private Samples read(Bytes first, Bytes last) {
    List<Sample> versions = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> rows = store.range(first, last)) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        versions.add(parse(row.value).toDomain());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a stored sample is no longer readable", e);
    }
    return versions.isEmpty() ? Samples.NONE : Samples.of(versions);
  }
}
