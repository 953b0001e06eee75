package io.touchline.alerts;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies one topic's records within a transaction. One record that cannot be read or applied is
 * parked and does not hold up the others; a failure of the server goes through to the inbox.
 */
final class Applier<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Applier.class);
  private static final String SAVEPOINT = "before_apply";

  private final Subscription<T> subscription;
  private final InboxStore store;

  Applier(Subscription<T> subscription, InboxStore store) {
    this.subscription = subscription;
    this.store = store;
  }

  String topic() {
    return subscription.topic().name();
  }

  /** How many records were parked. */
  int apply(Handle handle, Iterable<ConsumerRecord<byte[], byte[]>> records) {
    int parked = 0;
    List<ConsumerRecord<byte[], byte[]>> readable = new ArrayList<>();
    List<Incoming<T>> incoming = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        incoming.add(incoming(record));
        readable.add(record);
      } catch (SerializationException e) {
        park(handle, record, e);
        parked++;
      }
    }
    if (incoming.isEmpty() || tried(handle, incoming) == null) {
      return parked;
    }
    for (int at = 0; at < incoming.size(); at++) {
      RuntimeException fault = tried(handle, List.of(incoming.get(at)));
      if (fault != null) {
        park(handle, readable.get(at), fault);
        parked++;
      }
    }
    return parked;
  }

  /** Null where they were applied; else what was wrong with them, and nothing was written. */
  private RuntimeException tried(Handle handle, List<Incoming<T>> records) {
    handle.savepoint(SAVEPOINT);
    try {
      subscription.handler().apply(handle, records);
      handle.releaseSavepoint(SAVEPOINT);
      return null;
    } catch (RuntimeException e) {
      if (!isFaultOfTheRecord(e)) {
        throw e;
      }
      handle.rollbackToSavepoint(SAVEPOINT);
      return e;
    }
  }

  /** SQL states 22 (data) and 23 (constraint) blame the record, every other the server. */
  private static boolean isFaultOfTheRecord(RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
      }
    }
    return !(thrown instanceof JdbiException);
  }

  private void park(Handle handle, ConsumerRecord<byte[], byte[]> record, RuntimeException fault) {
    store.park(handle, record, fault.getClass().getSimpleName() + ": " + fault.getMessage());
    LOG.atError()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .setCause(fault)
        .log("record set aside in alerts.inbox_parked: it cannot be read or applied");
  }

  private Incoming<T> incoming(ConsumerRecord<byte[], byte[]> record) {
    return new Incoming<>(
        record.topic(),
        record.partition(),
        record.offset(),
        text(record.key()),
        subscription.reader().apply(record),
        text(record.value()),
        Instant.ofEpochMilli(record.timestamp()));
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
