package io.touchline.alerts;

import io.touchline.contract.Topic;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What an inbox does with the records of one topic.
 *
 * @param type the record type that the topic carries as JSON
 */
public record Subscription<T>(Topic topic, Class<T> type, Handler<T> handler) {

  /**
   * Writes records within the inbox's transaction. It may see a record again (topics can be read
   * anew), so it writes by natural key and lets no older revision replace a newer one.
   */
  public interface Handler<T> {
    /**
     * Applies records in the order of the topic.
     *
     * @param handle in a transaction that the inbox commits together with the offsets
     */
    void apply(Handle handle, List<Incoming<T>> records);
  }
}
