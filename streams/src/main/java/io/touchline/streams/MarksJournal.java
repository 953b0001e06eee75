package io.touchline.streams;

import io.touchline.contract.Json;
import io.touchline.contract.MarkRecord;
import io.touchline.domain.Mark;
import io.touchline.domain.MarkUse;
import io.touchline.domain.Marks;
import io.touchline.domain.OutletProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Every version of every mark of a task's outlets, read once and again after a change. */
final class MarksJournal {

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, Marks> read = new HashMap<>();

  MarksJournal(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Keeps a version; false where it is known already. */
  boolean add(Mark mark, byte[] version) {
    Bytes key = OutletKey.mark(mark.mn(), mark.from(), version);
    if (store.get(key) != null) {
      return false;
    }
    store.put(key, version);
    forget(mark.mn());
    return true;
  }

  Marks of(String mn) {
    return read.computeIfAbsent(mn, outlet -> Marks.of(versions(outlet)));
  }

  /** The marks that have a say at an outlet; none where they are advisory. */
  Marks bindingOn(OutletProfile profile) {
    return profile.markUse() == MarkUse.BINDING ? of(profile.mn()) : Marks.NONE;
  }

  void forget(String mn) {
    read.remove(mn);
  }

  static MarkRecord parse(byte[] version) throws IOException {
    return Json.mapper().readValue(version, MarkRecord.class);
  }

  private List<Mark> versions(String mn) {
    List<Mark> versions = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.range(OutletKey.firstMark(mn), OutletKey.lastMark(mn))) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        versions.add(parse(row.value).toDomain());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a stored mark is no longer readable", e);
    }
    return versions;
  }
}
