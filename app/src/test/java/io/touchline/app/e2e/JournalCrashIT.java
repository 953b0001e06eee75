package io.touchline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.app.broker.TopicCreator;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.Json;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.RateRecord;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.hj212.DataTimes;
import io.touchline.hj212.PacketWriter;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.OfflineJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A journal that is killed again and again leaves the tables of one that ran undisturbed. {@code
 * -Dtouchline.kills=20} kills it more often than a build has time for, {@code -Dtouchline.seed}
 * makes other frames and other moments.
 */
class JournalCrashIT {

  private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX, 4);

  /** Some days ago: records with an older time of receipt the broker would delete at once. */
  private final Instant firstHour =
      AveragingPeriod.DAY.startOf(Instant.now()).minus(Duration.ofDays(4));

  private static final int OUTLETS = 8;
  private static final int HOURS = 60;
  private static final int KILLS = Integer.getInteger("touchline.kills", 4);
  private static final long SEED = Long.getLong("touchline.seed", 20260101);

  @TempDir private Path directory;

  @Test
  void killedJournalLeavesTheTablesOfAnUndisturbedOne() throws Exception {
    List<Arrival> arrivals = arrivals();
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      new TopicCreator(admin).apply(TOPICS.all());
      int kills = runAndKill(broker, arrivals);

      SortedMap<String, String> tables = tables(broker);
      SortedMap<String, String> undisturbed = undisturbed(arrivals);
      System.out.printf(
          "seed %d: kills %d, frames %d, entries %d, differences %d%n",
          SEED, kills, arrivals.size(), tables.size(), differences(tables, undisturbed));
      assertThat(kills).isEqualTo(KILLS);
      assertThat(tables).as("seed %d", SEED).isEqualTo(undisturbed);
      assertThat(frames(records(broker, TOPICS.packets()).stream().map(ConsumerRecord::value)))
          .as("frames that the broker acknowledged, seed %d", SEED)
          .isEqualTo(frames(arrivals.stream().map(Arrival::frame)));
    }
  }

  /** A frame and when it was received. */
  private record Arrival(String mn, byte[] frame, Instant receivedAt) {}

  private static long differences(SortedMap<String, String> one, SortedMap<String, String> other) {
    Set<String> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys.stream().filter(key -> !Objects.equals(one.get(key), other.get(key))).count();
  }

  private static List<String> frames(Stream<byte[]> frames) {
    return frames.map(frame -> new String(frame, StandardCharsets.ISO_8859_1)).sorted().toList();
  }

  /** Returns how often it killed a journal that had published something since it was started. */
  private int runAndKill(EmbeddedBroker broker, List<Arrival> arrivals) throws Exception {
    Random random = new Random(SEED);
    int kills = 0;
    int published = 0;
    Process journal = startJournal(broker);
    try (KafkaProducer<String, byte[]> producer = producer(broker)) {
      for (int outlet = 0; outlet < OUTLETS; outlet++) {
        OutletRecord profile = profile(mn(outlet));
        byte[] json = Json.text(profile).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(TOPICS.outlets().name(), profile.mn(), json)).get();
      }
      int slice = arrivals.size() / (KILLS + 1);
      for (int i = 0; i < arrivals.size(); i++) {
        Arrival arrival = arrivals.get(i);
        producer
            .send(
                new ProducerRecord<>(
                    TOPICS.packets().name(),
                    null,
                    arrival.receivedAt().toEpochMilli(),
                    arrival.mn(),
                    arrival.frame()))
            .get();
        if (kills < KILLS && i > 0 && i % slice == 0) {
          awaitOutput(broker, published + 1);
          Thread.sleep(random.nextInt(300));
          journal.destroyForcibly().waitFor();
          kills++;
          published = records(broker, TOPICS.means()).size();
          journal = startJournal(broker);
        }
      }
      awaitAll(broker, arrivals);
    } finally {
      journal.destroyForcibly().waitFor();
    }
    return kills;
  }

  /** So that each kill strikes a journal at work, not one still starting. */
  private static void awaitOutput(EmbeddedBroker broker, int atLeast) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(60);
    while (records(broker, TOPICS.means()).size() < atLeast) {
      assertThat(Instant.now()).as("means published in time").isBefore(deadline);
      Thread.sleep(50);
    }
  }

  private void awaitAll(EmbeddedBroker broker, List<Arrival> arrivals) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(120);
    SortedMap<String, String> wanted = undisturbed(arrivals);
    while (!tables(broker).equals(wanted) && Instant.now().isBefore(deadline)) {
      Thread.sleep(500);
    }
  }

  private Process startJournal(EmbeddedBroker broker) throws IOException {
    return JournalProcess.start(
        broker.bootstrapServers(), directory.resolve("state"), directory.resolve("journal.log"));
  }

  private SortedMap<String, String> undisturbed(List<Arrival> arrivals) {
    SortedMap<String, String> tables = new TreeMap<>();
    OfflineJournal.Listener listener =
        new OfflineJournal.Listener() {
          @Override
          public void means(MeansRecord record) {
            put(tables, record);
          }

          @Override
          public void exceedance(ExceedanceRecord record) {
            put(tables, record);
          }

          @Override
          public void rates(RateRecord record) {
            put(tables, record);
          }

          @Override
          public void total(TotalRecord record) {
            put(tables, record);
          }

          @Override
          public void quality(QualityRecord record) {
            put(tables, record);
          }
        };
    try (OfflineJournal journal = new OfflineJournal(JournalSettings.standard(), listener)) {
      for (int outlet = 0; outlet < OUTLETS; outlet++) {
        journal.outlet(profile(mn(outlet)), firstHour);
      }
      arrivals.forEach(arrival -> journal.frame(arrival.frame(), arrival.receivedAt()));
      journal.endOfInput();
    }
    return tables;
  }

  private static SortedMap<String, String> tables(EmbeddedBroker broker) {
    SortedMap<String, String> tables = new TreeMap<>();
    read(broker, TOPICS.means(), MeansRecord.class, JournalCrashIT::put, tables);
    read(broker, TOPICS.exceedances(), ExceedanceRecord.class, JournalCrashIT::put, tables);
    read(broker, TOPICS.rates(), RateRecord.class, JournalCrashIT::put, tables);
    read(broker, TOPICS.totals(), TotalRecord.class, JournalCrashIT::put, tables);
    read(broker, TOPICS.quality(), QualityRecord.class, JournalCrashIT::put, tables);
    return tables;
  }

  private static <T> void read(
      EmbeddedBroker broker,
      Topic topic,
      Class<T> type,
      BiConsumer<SortedMap<String, String>, T> put,
      SortedMap<String, String> tables) {
    for (ConsumerRecord<String, byte[]> record : records(broker, topic)) {
      try {
        put.accept(tables, Json.mapper().readValue(record.value(), type));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Later revisions replace earlier ones; how many there were on the way is not compared. Months
   * are formed when the clock passes their end, which it need not do here.
   */
  private static void put(SortedMap<String, String> tables, MeansRecord record) {
    if (record.period() == AveragingPeriod.MONTH) {
      return;
    }
    record
        .factors()
        .forEach(
            (factor, mean) ->
                tables.put(
                    record.key() + '|' + factor,
                    mean.with(0, null, 0, List.of()).toString()
                        + record.framesOf(mean).stream().map(FrameRef::hash).sorted().toList()));
  }

  private static void put(SortedMap<String, String> tables, ExceedanceRecord record) {
    if (record.state() == ExceedanceRecord.State.WITHDRAWN) {
      tables.remove(record.key());
    } else {
      tables.put(
          record.key(),
          record.state() + " " + record.to() + " " + record.periods() + " " + record.worst());
    }
  }

  private static void put(SortedMap<String, String> tables, RateRecord record) {
    tables.put("rate " + record.key(), record.factors().toString());
  }

  private static void put(SortedMap<String, String> tables, TotalRecord record) {
    tables.put("total " + record.key(), record.withRevision(0).toString());
  }

  /** Doubts alone: what is told of an arrival depends on when it was. */
  private static void put(SortedMap<String, String> tables, QualityRecord record) {
    if (record.kind().name().startsWith("SUSPECT_")) {
      String key = record.mn() + '|' + record.kind() + '|' + record.factor() + '|' + record.from();
      if (record.withdrawn()) {
        tables.remove(key);
      } else {
        tables.put(key, record.to() + " " + record.score() + " " + record.evidence());
      }
    }
  }

  private static List<ConsumerRecord<String, byte[]>> records(EmbeddedBroker broker, Topic topic) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", broker.bootstrapServers());
    properties.put("isolation.level", "read_committed");
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int partition = 0; partition < topic.partitions(); partition++) {
        partitions.add(new TopicPartition(topic.name(), partition));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  private static KafkaProducer<String, byte[]> producer(EmbeddedBroker broker) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", broker.bootstrapServers());
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Reported hours with gaps that minutes fill, late hours, repeats, and values about the limit.
   */
  private List<Arrival> arrivals() {
    Random random = new Random(SEED);
    List<Arrival> arrivals = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      Instant start = firstHour.plus(Duration.ofHours(hour));
      for (int outlet = 0; outlet < OUTLETS; outlet++) {
        if (random.nextInt(4) == 0) {
          for (int minute = 0; minute < 60; minute += 10) {
            arrivals.add(
                arrival(mn(outlet), "2051", start.plus(Duration.ofMinutes(minute)), 11, random));
          }
        } else {
          int minutesAfter = random.nextInt(6) == 0 ? 400 : 61;
          arrivals.add(arrival(mn(outlet), "2061", start, minutesAfter, random));
        }
        if (random.nextInt(5) == 0) {
          arrivals.add(arrivals.get(random.nextInt(arrivals.size())));
        }
      }
    }
    arrivals.sort((a, b) -> a.receivedAt().compareTo(b.receivedAt()));
    return arrivals;
  }

  private static Arrival arrival(
      String mn, String cn, Instant dataTime, int minutesAfter, Random random) {
    Instant sentAt = dataTime.plus(Duration.ofMinutes(minutesAfter));
    byte[] frame =
        new PacketWriter()
            .qn(DataTimes.formatMilli(ChinaTime.civil(sentAt)))
            .st("31")
            .cn(cn)
            .pw("123456")
            .mn(mn)
            .flag(5)
            .item("DataTime", DataTimes.formatSecond(ChinaTime.civil(dataTime)))
            .factor("a21026", "Avg", Integer.toString(20 + random.nextInt(30)), "Flag", "N")
            .factor("a19001", "Avg", "8." + random.nextInt(10), "Flag", "N")
            .toFrame();
    return new Arrival(mn, frame, sentAt.plusSeconds(1));
  }

  private static String mn(int outlet) {
    return "8888880000000000000000A" + outlet;
  }

  private static OutletRecord profile(String mn) {
    return new OutletRecord(
        1,
        mn,
        "DA001",
        "模拟排口",
        "91630000X",
        "模拟企业",
        "630100",
        "西宁市",
        Medium.AIR,
        "boiler",
        null,
        10,
        OutletProfile.Judge.REPORTED,
        null,
        null,
        LocalDate.of(2020, 1, 1),
        null,
        List.of(
            new OutletRecord.Limit(
                "a21026",
                null,
                Decimal.of("35"),
                "mg/m3",
                Averaging.HOUR,
                EmissionLimit.Basis.MEASURED,
                "permit",
                "table 3",
                LocalDate.of(2020, 1, 1),
                null)));
  }
}
