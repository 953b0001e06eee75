package io.touchline.streams;

import io.touchline.contract.BarometerRecord;
import io.touchline.contract.BudgetRecord;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PacketHeaders;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.RateRecord;
import io.touchline.contract.RunningMeansRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.StationKeysRecord;
import io.touchline.contract.TargetsRecord;
import io.touchline.contract.Topics;
import io.touchline.contract.TotalRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The very same topology without a broker, in the caller's thread, one record at a time: for a
 * replay of recorded frames and for tests. Time is what the records say; nothing reads a clock.
 */
public final class OfflineJournal implements AutoCloseable {

  /** Who hears what the journal publishes, in the order in which it does. */
  public interface Listener {

    /** A reading as its JSON: a replay has many, and most listeners pass over them. */
    default void reading(byte[] json) {}

    default void means(MeansRecord record) {}

    /** What runs still. A journal without a clock publishes none. */
    default void running(RunningMeansRecord record) {}

    default void exceedance(ExceedanceRecord record) {}

    default void rates(RateRecord record) {}

    default void total(TotalRecord record) {}

    default void barometer(BarometerRecord record) {}

    default void budget(BudgetRecord record) {}

    /** A budget that is no more, by its key. */
    default void budgetGone(String key) {}

    default void quality(QualityRecord record) {}

    /** What the journal would ask of a logger. Offline nobody is there to answer. */
    default void command(CommandRecord record) {}

    default void quarantined(byte[] frame, String reason, String detail) {}
  }

  /** Further than any period that data can name. */
  private static final int STEPS_AFTER_THE_LAST_HOUR = 4;

  private static final Duration END_OF_TIME = Duration.ofDays(300_000);

  private final Listener listener;
  private final Duration hold;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> packets;
  private final TestInputTopic<String, OutletRecord> outlets;
  private final TestInputTopic<String, MarkRecord> marks;
  private final TestInputTopic<String, SampleRecord> samples;
  private final TestInputTopic<String, StationKeysRecord> stationKeys;
  private final TestInputTopic<String, CommandResultRecord> results;
  private final TestInputTopic<String, PermitsRecord> permits;
  private final TestInputTopic<String, TargetsRecord> targets;
  private final TestOutputTopic<String, MeansRecord> means;
  private final TestOutputTopic<String, RunningMeansRecord> running;
  private final TestOutputTopic<String, ExceedanceRecord> exceedances;
  private final TestOutputTopic<String, RateRecord> rates;
  private final TestOutputTopic<String, TotalRecord> totals;
  private final TestOutputTopic<String, BudgetRecord> budgets;
  private final TestOutputTopic<String, BarometerRecord> barometer;
  private final TestOutputTopic<String, QualityRecord> quality;
  private final TestOutputTopic<String, CommandRecord> commands;
  private final TestOutputTopic<String, byte[]> readings;
  private final TestOutputTopic<String, byte[]> quarantine;

  public OfflineJournal(JournalSettings settings, Listener listener) {
    this.listener = listener;
    this.hold = settings.hold();
    Topics topics = new Topics("");
    HandOver handOver = new HandOver();
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "offline-journal");
    driver =
        new TopologyTestDriver(
            new OutletJournalTopology(topics, settings.inMemory(), handOver).get(),
            properties,
            Instant.EPOCH);
    packets =
        driver.createInputTopic(
            topics.packets().name(), new StringSerializer(), new ByteArraySerializer());
    outlets = input(topics.outlets().name(), new JsonSerde<>(OutletRecord.class));
    marks = input(topics.marks().name(), new JsonSerde<>(MarkRecord.class));
    samples = input(topics.samples().name(), new JsonSerde<>(SampleRecord.class));
    stationKeys = input(topics.stationKeys().name(), new JsonSerde<>(StationKeysRecord.class));
    results = input(topics.commandResults().name(), new JsonSerde<>(CommandResultRecord.class));
    permits = input(topics.permits().name(), handOver.of(PermitsRecord.class));
    targets = input(topics.targets().name(), handOver.of(TargetsRecord.class));
    means = output(topics.means().name(), handOver.of(MeansRecord.class));
    running = output(topics.meansRunning().name(), handOver.of(RunningMeansRecord.class));
    exceedances = output(topics.exceedances().name(), handOver.of(ExceedanceRecord.class));
    totals = output(topics.totals().name(), handOver.of(TotalRecord.class));
    budgets = output(topics.budgets().name(), handOver.of(BudgetRecord.class));
    barometer = output(topics.barometer().name(), handOver.of(BarometerRecord.class));
    rates = output(topics.rates().name(), handOver.of(RateRecord.class));
    quality = output(topics.quality().name(), handOver.of(QualityRecord.class));
    commands = output(topics.commands().name(), handOver.of(CommandRecord.class));
    readings =
        driver.createOutputTopic(
            topics.readings().name(), new StringDeserializer(), new ByteArrayDeserializer());
    quarantine =
        driver.createOutputTopic(
            topics.quarantine().name(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** A registry entry. */
  public void outlet(OutletRecord outlet, Instant at) {
    outlets.pipeInput(outlet.mn(), outlet, at);
    hear();
  }

  /** What an enterprise may emit, as it became known at that time. */
  public void permits(PermitsRecord record, Instant at) {
    permits.pipeInput(record.key(), record, at);
    hear();
  }

  /** What a region may emit, as it became known at that time. */
  public void targets(TargetsRecord record, Instant at) {
    targets.pipeInput(record.key(), record, at);
    hear();
  }

  /** A version of an operator's mark as it became known at that time. */
  public void mark(MarkRecord mark, Instant at) {
    marks.pipeInput(mark.mn(), mark, at);
    hear();
  }

  /** A version of a sample as it became known at that time. */
  public void sample(SampleRecord sample, Instant at) {
    samples.pipeInput(sample.mn(), sample, at);
    hear();
  }

  /** Keys agreed with a logger since it was registered. */
  public void keys(StationKeysRecord keys, Instant at) {
    stationKeys.pipeInput(keys.mn(), keys, at);
    hear();
  }

  /** A frame as the gateway had it at that time. */
  public void frame(byte[] frame, Instant receivedAt) {
    packets.pipeInput(null, frame, receivedAt);
    hear();
  }

  /** One step of what came of a command. */
  public void result(CommandResultRecord result) {
    results.pipeInput(result.mn(), result, result.at());
    hear();
  }

  /** The clock goes on while nothing comes. */
  public void pass(Duration duration) {
    driver.advanceWallClockTime(duration);
    hear();
  }

  /** No more input: every period of which parts have come is formed from them. */
  public void endOfInput() {
    // Frames that wait for an entry or a key wait no longer.
    pass(hold.plus(Duration.ofMinutes(1)));
    pass(END_OF_TIME);
    // The hours just formed have touched their days, those their months and the samples beside
    // them, those the sums of the outlet, and those the sums above it: each waits for the clock.
    for (int step = 0; step < STEPS_AFTER_THE_LAST_HOUR; step++) {
      pass(Duration.ofDays(1));
    }
  }

  @Override
  public void close() {
    driver.close();
  }

  private void hear() {
    while (!means.isEmpty()) {
      listener.means(means.readValue());
    }
    while (!running.isEmpty()) {
      listener.running(running.readValue());
    }
    while (!exceedances.isEmpty()) {
      listener.exceedance(exceedances.readValue());
    }
    while (!totals.isEmpty()) {
      listener.total(totals.readValue());
    }
    while (!budgets.isEmpty()) {
      KeyValue<String, BudgetRecord> budget = budgets.readKeyValue();
      if (budget.value == null) {
        listener.budgetGone(budget.key);
      } else {
        listener.budget(budget.value);
      }
    }
    while (!barometer.isEmpty()) {
      BarometerRecord level = barometer.readValue();
      if (level != null) {
        listener.barometer(level);
      }
    }
    while (!rates.isEmpty()) {
      listener.rates(rates.readValue());
    }
    while (!quality.isEmpty()) {
      listener.quality(quality.readValue());
    }
    while (!commands.isEmpty()) {
      listener.command(commands.readValue());
    }
    while (!quarantine.isEmpty()) {
      TestRecord<String, byte[]> record = quarantine.readRecord();
      listener.quarantined(
          record.value(),
          PacketHeaders.get(record.headers(), PacketHeaders.REASON),
          PacketHeaders.get(record.headers(), PacketHeaders.DETAIL));
    }
    while (!readings.isEmpty()) {
      listener.reading(readings.readValue());
    }
  }

  private <T> TestInputTopic<String, T> input(String name, Serde<T> serde) {
    return driver.createInputTopic(name, new StringSerializer(), serde.serializer());
  }

  private <T> TestOutputTopic<String, T> output(String name, Serde<T> serde) {
    return driver.createOutputTopic(name, new StringDeserializer(), serde.deserializer());
  }
}
