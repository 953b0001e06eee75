package io.touchline.ingest.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.Json;
import io.touchline.contract.StationKeysRecord;
import io.touchline.contract.Topics;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Packet;
import io.touchline.ingest.command.Standing.Holder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands to the loggers of one gateway, and the map of how that goes. {@link #run} reads the
 * topics into the {@link Ledger} and lets the {@link Clerk} make the next {@link Move} of each
 * command; an {@link Exchange} on the connection's event loop talks to the logger; {@link Steps}
 * writes what came of it. Several gateways follow the same topics and agree by the log, see {@link
 * Standing}.
 */
public final class CommandDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
  private static final Duration SWEEP = Duration.ofMillis(250);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private static final ObjectReader COMMAND = Json.mapper().readerFor(CommandRecord.class);
  private static final ObjectReader STEP = Json.mapper().readerFor(CommandResultRecord.class);
  private static final ObjectReader CLAIM = Json.mapper().readerFor(ConnectionRecord.class);
  private static final ObjectReader KEYS = Json.mapper().readerFor(StationKeysRecord.class);

  private final CommandSettings settings;
  private final Topics topics;
  private final Clock clock;
  private final Loggers loggers;
  private final Consumer<byte[], byte[]> consumer;
  private final CommandFeed feed;
  private final CommandMeters meters = new CommandMeters();
  private final Inbox inbox = new Inbox();
  private final Exchanges exchanges;
  private final Ledger ledger;
  private final Claims claims;
  private final KeyRing keys;
  private final Steps steps;
  private final LateWords lateWords;
  private final Notices notices;
  private final Joining joining = new Joining();
  private final Clerk clerk;
  private final Thread thread = new Thread(this::run, "gateway-commands");
  private final CountDownLatch ended = new CountDownLatch(1);

  private volatile boolean closing;
  private boolean reading;

  /**
   * A desk that does nothing before {@link #start}.
   *
   * @param gateway its name in the records
   * @param consumer reads committed records only; taken over, and closed
   * @param outbox the way to Kafka
   */
  public CommandDesk(
      CommandSettings settings,
      Topics topics,
      String gateway,
      Consumer<byte[], byte[]> consumer,
      Outbox outbox,
      Loggers loggers,
      Clock clock) {
    Holder me = new Holder(gateway, UUID.randomUUID().toString().substring(0, 8));
    this.settings = settings;
    this.topics = topics;
    this.clock = clock;
    this.loggers = loggers;
    this.consumer = consumer;
    this.feed = new CommandFeed(consumer, topics);
    this.ledger = new Ledger(settings.longestLife());
    this.claims = new Claims(gateway);
    this.keys = new KeyRing(outbox, topics);
    this.steps = new Steps(outbox, topics, me, clock, meters);
    this.exchanges = new Exchanges(clock, steps, meters);
    this.lateWords = new LateWords(me, ledger, steps, meters);
    this.notices = new Notices(outbox, topics, loggers, gateway, clock);
    Lines lines = new Lines(loggers, joining, claims);
    Requests requests = new Requests(new RequestNumbers(clock), keys, clock);
    this.clerk = new Clerk(settings, me, ledger, lines, requests, keys, exchanges, steps, inbox);
    thread.setDaemon(true);
  }

  /**
   * Reads what is under way, then goes on by a thread of its own.
   *
   * @throws KafkaException when the topics were not read in time
   */
  public void start(Duration patience, MeterRegistry registry) {
    Instant since = clock.instant().minus(settings.longestLife().multipliedBy(2));
    feed.readBack(since, patience, this::read);
    clerk.startsAt(clock.instant());
    meters.bindTo(registry);
    reading = true;
    thread.start();
  }

  /** What is counted, for those who look on. */
  CommandMeters meters() {
    return meters;
  }

  /**
   * A frame of a registered station is settled. On its connection's event loop, in order of
   * arrival, behind the answer that it got.
   *
   * @param stored whether the broker has it
   */
  public void hear(Packet packet, boolean stored) {
    // For every frame: nothing is looked up while no request is under way.
    Exchange exchange = exchanges.isEmpty() ? null : exchanges.with(packet.mn());
    if (exchange != null) {
      exchange.hear(packet);
    }
    String cn = packet.cn();
    if (cn.equals(CommandCode.RESULT.cn()) || cn.equals(CommandCode.REQUEST_ANSWER.cn())) {
      if (exchange == null || !exchange.order().request().qn().equals(packet.exchangeQn())) {
        inbox.addIfRoom(() -> lateWords.hear(packet));
      }
    } else if (stored) {
      notices.hear(packet, cn);
    }
  }

  /**
   * A frame without an MN is settled: a logger of HJ 212-2025 that joins. Its 1001 was answered
   * before; if the registry knows one of its serials it is given its MN.
   */
  public void hearNameless(Packet packet, List<String> serials, Channel channel, boolean stored) {
    String joined = Joining.mnOf(channel);
    Exchange exchange = joined == null ? null : exchanges.with(joined);
    if (exchange != null && exchange.channel() == channel) {
      exchange.hear(packet);
    }
    if (!stored || !packet.cn().equals(CommandCode.JOIN_2025.cn()) || serials.isEmpty()) {
      return;
    }
    loggers
        .mnOf(serials)
        .ifPresent(
            mn -> {
              joining.add(mn, channel, packet, clock.instant());
              notices.joins(mn, serials.get(0), packet);
            });
  }

  /**
   * A frame with another password than the registered one is settled, and went to quarantine. A
   * logger that is being given a new password may answer with either.
   *
   * @return whether such an answer is expected of that MN on that connection
   */
  public boolean expectsOtherPassword(String mn, Channel channel) {
    Exchange exchange = exchanges.with(mn);
    return exchange != null
        && exchange.channel() == channel
        && exchange.order().command().command() == CommandCode.SET_PASSWORD;
  }

  /** An answer with another password, where one was expected. */
  public void hearAnswer(Packet packet) {
    Exchange exchange = exchanges.with(packet.mn());
    boolean answer = packet.cn().equals(CommandCode.RESULT.cn());
    if (exchange != null && (answer || packet.cn().equals(CommandCode.REQUEST_ANSWER.cn()))) {
      exchange.hear(packet);
    }
  }

  private void run() {
    Instant sweepAt = Instant.MIN;
    while (!closing) {
      try {
        feed.poll(this::read);
        inbox.runAll();
        Instant now = clock.instant();
        boolean sweep = !now.isBefore(sweepAt);
        if (sweep) {
          sweepAt = now.plus(SWEEP);
          steps.retry();
        }
        clerk.work(now, sweep);
        meters.waiting(ledger.size());
      } catch (WakeupException closed) {
        break;
      } catch (KafkaException e) {
        LOG.atWarn()
            .addKeyValue("cause", e.toString())
            .log("commands cannot be followed just now; none is begun until they can");
        pause();
      } catch (RuntimeException e) {
        LOG.atError().setCause(e).log("a step of a command failed; the others go on");
        pause();
      }
    }
    ended.countDown();
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    String mn = new String(record.key(), UTF_8);
    try {
      if (record.topic().equals(topics.commandResults().name())) {
        readStep(record);
      } else if (record.topic().equals(topics.commands().name())) {
        readCommand(record);
      } else if (record.topic().equals(topics.connections().name())) {
        claims.apply(mn, record.value() == null ? null : CLAIM.readValue(record.value()));
      } else {
        keys.apply(mn, record.value() == null ? null : KEYS.readValue(record.value()));
      }
    } catch (IOException | RuntimeException e) {
      // Without the cause's text: it may repeat a password or a key.
      LOG.atWarn()
          .addKeyValue("mn", mn)
          .addKeyValue("topic", record.topic())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("cause", e.getClass().getSimpleName())
          .log("a record cannot be read and is passed over; write it again, as its schema says");
    }
  }

  private void readStep(ConsumerRecord<byte[], byte[]> record) throws IOException {
    CommandResultRecord step = STEP.readValue(record.value());
    ledger.apply(step);
    lateWords.apply(step);
    clerk.note(step);
  }

  private void readCommand(ConsumerRecord<byte[], byte[]> record) throws IOException {
    try {
      CommandRecord command = COMMAND.readValue(record.value());
      Objects.requireNonNull(command.id());
      Objects.requireNonNull(command.mn());
      Objects.requireNonNull(command.command());
      ledger
          .apply(command, Instant.ofEpochMilli(record.timestamp()))
          .ifPresent(tracked -> clerk.note(tracked, reading));
    } catch (IOException | RuntimeException unreadable) {
      turnDown(record);
      throw unreadable;
    }
  }

  /** Whoever wrote what is no command gets an answer still, where it says its id. */
  private void turnDown(ConsumerRecord<byte[], byte[]> record) throws IOException {
    JsonNode node = record.value() == null ? null : Json.mapper().readTree(record.value());
    String id = node == null ? "" : node.path("id").asText("");
    if (!id.isEmpty() && !ledger.knows(id)) {
      String mn = new String(record.key(), UTF_8);
      String code = node.path("command").asText("");
      String detail = "the record is no command as the schema of CommandRecord has it";
      steps.write(steps.step(id, mn, code, State.INVALID, null, 0, Heard.NOTHING, detail));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Gives back or ends what is under way, and waits until the broker has been told. To be called
   * when the connections are closed and before the producer is.
   */
  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      if (reading && !ended.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.atWarn().log("commands were still being followed when the gateway closed");
      }
      exchanges.close();
      clerk.giveBack();
      for (int i = 0; i < 500 && !(steps.settled() && exchanges.isEmpty()); i++) {
        Thread.sleep(10);
      }
      inbox.runAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    feed.close();
  }
}
