package io.touchline.ingest.door;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the doors count beside what the gateway counts of every piece. Labels are enums and never a
 * platform's name.
 */
public final class DoorMeters {

  /** The doors. */
  enum Door {
    HTTPS,
    KAFKA
  }

  /** What became of a line or record's frame. */
  enum Outcome {
    ACCEPTED,
    REJECTED,
    /** Not stored, or not known to be. The platform was not told that it was. */
    FAILED
  }

  /** How a transaction of the Kafka door ended. */
  enum Transaction {
    COMMITTED,
    ABORTED
  }

  private final Map<Answer, LongAdder> answers = adders(Answer.class);
  private final Map<Transaction, LongAdder> transactions = adders(Transaction.class);
  private final Map<Door, Map<Outcome, LongAdder>> frames = new EnumMap<>(Door.class);

  public DoorMeters() {
    for (Door door : Door.values()) {
      frames.put(door, adders(Outcome.class));
    }
  }

  void answered(Answer answer) {
    answers.get(answer).increment();
  }

  void ended(Transaction transaction) {
    transactions.get(transaction).increment();
  }

  void frame(Door door, LineVerdict verdict, boolean stored) {
    Outcome outcome = verdict.accepted() ? Outcome.ACCEPTED : Outcome.REJECTED;
    frames.get(door).get(stored ? outcome : Outcome.FAILED).increment();
  }

  /** As {@code touchline.gateway.door.*}. */
  public void bindTo(MeterRegistry registry) {
    answers.forEach(
        (answer, count) ->
            count(
                registry,
                "requests",
                "Requests to the HTTPS door",
                Tags.of("answer", label(answer)),
                count));
    transactions.forEach(
        (transaction, count) ->
            count(
                registry,
                "transactions",
                "Transactions of the Kafka door",
                Tags.of("outcome", label(transaction)),
                count));
    frames.forEach(
        (door, outcomes) ->
            outcomes.forEach(
                (outcome, count) ->
                    count(
                        registry,
                        "frames",
                        "Lines and frames that came through a door",
                        Tags.of("door", label(door), "verdict", label(outcome)),
                        count)));
  }

  private static void count(
      MeterRegistry registry, String name, String description, Tags tags, LongAdder count) {
    FunctionCounter.builder("touchline.gateway.door." + name, count, LongAdder::sum)
        .description(description)
        .tags(tags)
        .register(registry);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> type) {
    Map<E, LongAdder> adders = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      adders.put(value, new LongAdder());
    }
    return adders;
  }
}
