package io.touchline.streams;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;

/**
 * Rows that a thread has read lately, as the records they were parsed to. A row is always read from
 * its store first and its bytes compared, so that nothing here can be out of date, whoever wrote
 * it: another step, a restore, or a task that was here before.
 *
 * <p>Shared by all steps of a thread: what one formed, four others read.
 */
final class RecentRecords {

  /** Of rows as stored; what they were parsed to takes some five times as much. */
  private static final int MOST_BYTES = 4 << 20;

  private static final ThreadLocal<RecentRecords> OF_THREAD =
      ThreadLocal.withInitial(RecentRecords::new);

  private record Name(Class<?> type, Bytes key) {}

  /** One row, and what is made of its record when it is asked for. */
  static final class Row {

    private final byte[] bytes;
    private final Object record;
    private Object made;

    Row(byte[] bytes, Object record) {
      this.bytes = bytes;
      this.record = record;
    }

    Object record() {
      return record;
    }

    /**
     * What the caller makes of the record, made once.
     *
     * @param making the same for every row of a type
     */
    @SuppressWarnings("unchecked")
    <T, M> M made(Function<T, M> making) {
      if (made == null) {
        made = making.apply((T) record);
      }
      return (M) made;
    }
  }

  private final Map<Name, Row> rows = new LinkedHashMap<>(16, 0.75f, true);
  private int bytes;

  private RecentRecords() {}

  static RecentRecords ofThisThread() {
    return OF_THREAD.get();
  }

  /** The row of these very bytes, null where it must be parsed. */
  Row get(Class<?> type, Bytes key, byte[] stored) {
    Row row = rows.get(new Name(type, key));
    return row != null && Arrays.equals(row.bytes, stored) ? row : null;
  }

  Row put(Class<?> type, Bytes key, byte[] stored, Object record) {
    Row row = new Row(stored, record);
    Row before = rows.put(new Name(type, key), row);
    bytes += stored.length - (before == null ? 0 : before.bytes.length);
    Iterator<Row> oldest = rows.values().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= oldest.next().bytes.length;
      oldest.remove();
    }
    return row;
  }
}
