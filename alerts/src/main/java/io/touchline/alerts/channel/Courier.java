package io.touchline.alerts.channel;

import io.touchline.alerts.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages that are due, each channel at its own pace and apart from the others: one that
 * is down or slow holds up none. A message is claimed, sent outside of any transaction, and then
 * written down; who dies in between leaves a lease that runs out, and the message is sent again
 * under the same id. So each arrives at least once.
 */
public final class Courier implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private static final int THREADS = 4;
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Database database;
  private final Notifiers notifiers;
  private final Deliveries deliveries;
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
  private ScheduledFuture<?> looking;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Map<String, String> troubles = new ConcurrentHashMap<>();

  public Courier(Database database, Notifiers notifiers, Clock clock) {
    this.database = database;
    this.notifiers = notifiers;
    this.deliveries = new Deliveries(clock);
  }

  public void start() {
    looking =
        watch.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What keeps which channel from sending. */
  public Map<String, String> troubles() {
    return Map.copyOf(troubles);
  }

  private void look() {
    try {
      List<Deliveries.Channel> due = database.jdbi().inTransaction(deliveries::channelsWithWork);
      for (Deliveries.Channel channel : due) {
        if (busy.add(channel.id())) {
          workers.execute(() -> empty(channel));
        }
      }
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("cause", e.toString()).log("no look at what is to be sent");
    }
  }

  private void empty(Deliveries.Channel channel) {
    try {
      boolean more = true;
      while (more && !Thread.currentThread().isInterrupted()) {
        more = sendOne(channel);
      }
    } catch (RuntimeException e) {
      troubles.put(channel.id(), String.valueOf(e.getMessage()));
      LOG.atWarn()
          .addKeyValue("channel", channel.id())
          .addKeyValue("cause", e.toString())
          .log("channel interrupted; what it holds stays due");
    } finally {
      busy.remove(channel.id());
    }
  }

  /** Whether there may be another. */
  private boolean sendOne(Deliveries.Channel channel) {
    Deliveries.Claim claim =
        database.jdbi().inTransaction(handle -> deliveries.claim(handle, channel));
    if (claim == null) {
      return false;
    }
    Outcome outcome = claim.message() == null ? null : outcome(channel, claim.message());
    database.jdbi().useTransaction(handle -> deliveries.write(handle, claim, outcome));
    if (outcome instanceof Outcome.Delivered) {
      troubles.remove(channel.id());
    } else if (outcome != null) {
      troubles.put(channel.id(), outcome.detail());
      LOG.atWarn()
          .addKeyValue("channel", channel.id())
          .addKeyValue("delivery", claim.id())
          .addKeyValue("detail", outcome.detail())
          .log("message not delivered");
    }
    return true;
  }

  /** A channel that is set up wrongly is tried again: somebody may be mending it. */
  private Outcome outcome(Deliveries.Channel channel, Message message) {
    try {
      return notifiers.of(channel.kind(), channel.settings()).send(message);
    } catch (RuntimeException e) {
      return new Outcome.Retry(HttpDoor.shortened(String.valueOf(e.getMessage())), null);
    }
  }

  @Override
  public void close() {
    if (looking != null) {
      looking.cancel(false);
    }
    watch.shutdown();
    workers.shutdownNow();
    try {
      workers.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
