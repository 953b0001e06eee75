package io.touchline.ingest.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.contract.Json;
import io.touchline.contract.StationKeysRecord;
import io.touchline.contract.Topics;
import io.touchline.hj212.Sm4Key;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The SM4 keys (密钥) agreed with loggers, topic {@code station-keys}. One thread; only the gateway
 * that has a logger's command in hand adds to its keys.
 *
 * <p>A key is kept before it is sent and whether or not the logger says that it took it: its 9012
 * may be lost, and then it enciphers with a key that nobody else knows.
 */
final class KeyRing {

  private static final String CHARACTERS =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  private static final int LENGTH = 16;

  private final Outbox outbox;
  private final Topics topics;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, List<StationKeysRecord.Key>> keys = new HashMap<>();
  private final Map<String, Kept> proposed = new HashMap<>();

  /** Whether a proposed key is kept, so that it may be sent. */
  enum Kept {
    NOT_YET,
    YES,
    /** The broker did not take it. */
    NO
  }

  KeyRing(Outbox outbox, Topics topics) {
    this.outbox = outbox;
    this.topics = topics;
  }

  void apply(String mn, StationKeysRecord record) {
    if (record == null) {
      keys.remove(mn);
    } else {
      keys.merge(mn, record.keys(), KeyRing::union);
    }
  }

  /** The key that the logger said last that it took; empty before the first. */
  Optional<Sm4Key> confirmed(String mn) {
    return keys.getOrDefault(mn, List.of()).stream()
        .filter(key -> key.confirmedAt() != null)
        .max(Comparator.comparing(StationKeysRecord.Key::createdAt))
        .map(key -> Sm4Key.parse(key.key()));
  }

  /**
   * A key of 16 letters and digits, as NewSK carries it; letters that look like digits left out.
   */
  String draw() {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  /**
   * Keeps a key that is about to be sent.
   *
   * @param later runs what it is given on the thread of this object
   */
  void propose(String mn, Sm4Key key, Instant createdAt, Consumer<Runnable> later) {
    proposed.put(key.hex(), Kept.NOT_YET);
    add(mn, new StationKeysRecord.Key(key.hex(), createdAt, null));
    write(mn, stored -> later.accept(() -> settle(key, stored)));
  }

  private void settle(Sm4Key key, boolean stored) {
    proposed.computeIfPresent(key.hex(), (hex, before) -> stored ? Kept.YES : Kept.NO);
  }

  /** Of a key proposed and not let go yet. */
  Kept kept(Sm4Key key) {
    return proposed.getOrDefault(key.hex(), Kept.NO);
  }

  /** What it was proposed for is over. */
  void letGo(Sm4Key key) {
    proposed.remove(key.hex());
  }

  /** The logger said that it took the key. */
  void confirm(String mn, Sm4Key key, Instant createdAt, Instant at, Consumer<Runnable> later) {
    add(mn, new StationKeysRecord.Key(key.hex(), createdAt, at));
    write(
        mn,
        stored -> {
          if (!stored) {
            later.accept(() -> confirm(mn, key, createdAt, at, later));
          }
        });
  }

  private void add(String mn, StationKeysRecord.Key key) {
    keys.merge(mn, List.of(key), KeyRing::union);
  }

  private void write(String mn, Consumer<Boolean> settled) {
    StationKeysRecord record =
        new StationKeysRecord(StationKeysRecord.SCHEMA_VERSION, mn, keys.get(mn));
    outbox.write(
        new ProducerRecord<>(
            topics.stationKeys().name(), mn.getBytes(UTF_8), Json.text(record).getBytes(UTF_8)),
        settled);
  }

  /** All keys of both, oldest first; of one key the confirmed entry. */
  private static List<StationKeysRecord.Key> union(
      List<StationKeysRecord.Key> some, List<StationKeysRecord.Key> others) {
    Map<String, StationKeysRecord.Key> byKey = new HashMap<>();
    Stream.concat(some.stream(), others.stream())
        .forEach(
            key ->
                byKey.merge(
                    key.key(), key, (one, other) -> one.confirmedAt() == null ? other : one));
    List<StationKeysRecord.Key> all = new ArrayList<>(byKey.values());
    all.sort(Comparator.comparing(StationKeysRecord.Key::createdAt));
    return List.copyOf(all);
  }
}
