package io.touchline.alerts.cases;

import org.jdbi.v3.core.Handle;

/** What is to go to topics, written in the transaction that made it. */
final class Outbox {

  /** Where it goes. */
  enum Kind {
    CASE_EVENT,
    CASE_STATE,
    CARD_LIST
  }

  private Outbox() {}

  static void add(Handle handle, Kind kind, String key, String value) {
    handle.execute(
        "insert into alerts.outbox (kind, key, value) values (?, ?, ?)", kind.name(), key, value);
  }
}
