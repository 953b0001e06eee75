package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.JsonSerde;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.Topics;
import io.touchline.domain.AveragingPeriod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Minutes of an hour long ended lie in one row, and what is published of them stays as it was. */
class GatherMinutesTest {

  private static final Topics TOPICS = new Topics("");
  private static final Duration BY_THEN = Duration.ofMinutes(41);

  private final TopologyTestDriver driver = driver();
  private final TestInputTopic<String, byte[]> packets =
      driver.createInputTopic(
          TOPICS.packets().name(), new StringSerializer(), new ByteArraySerializer());
  private final TestOutputTopic<String, MeansRecord> means =
      driver.createOutputTopic(
          TOPICS.means().name(),
          new StringDeserializer(),
          new JsonSerde<>(MeansRecord.class).deserializer());
  private final KeyValueStore<Bytes, byte[]> uploads = driver.getKeyValueStore("uploads");

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void theMinutesOfAnHourBecomeOneRowWhenTheNextIsUnderWay() {
    send(0, 0, 60);
    assertThat(rows()).isEqualTo(60);

    send(1, 0, 41);

    assertThat(rows()).isEqualTo(1 + 41);
  }

  @Test
  void withoutFurtherFramesTheClockHasThemGathered() {
    send(0, 0, 60);

    driver.advanceWallClockTime(Duration.between(Frames.at(0, 0), Frames.at(1, 0)).plus(BY_THEN));

    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aLateMinuteRevisesTheMeanThatNamesAllItsFramesAndIsGatheredToo() {
    send(0, 0, 30);
    send(0, 31, 60);
    send(1, 0, 41);
    List<MeansRecord> before = hours();

    packets.pipeInput(null, minute(0, 30, "99"), Frames.at(1, 42));
    assertThat(rows()).isEqualTo(1 + 41 + 1);
    send(1, 42, 60);
    send(2, 0, 41);
    List<MeansRecord> after = hours();

    assertThat(rows()).isEqualTo(2 + 41);
    assertThat(before).hasSize(1);
    MeansRecord revised =
        after.stream().filter(mean -> mean.start().equals(Frames.at(0, 0))).findFirst().get();
    assertThat(revised.revision()).isEqualTo(2);
    assertThat(revised.frames()).hasSize(60).containsAll(before.get(0).frames());
  }

  private void send(int hour, int from, int to) {
    for (int minute = from; minute < to; minute++) {
      packets.pipeInput(null, minute(hour, minute, "12.3"), Frames.at(hour, minute + 1));
    }
  }

  private static byte[] minute(int hour, int minute, String value) {
    return Frames.minute(hour, minute, "a21026", "Avg=" + value + ",Flag=N");
  }

  private List<MeansRecord> hours() {
    List<MeansRecord> hours = new ArrayList<>(means.readValuesToList());
    hours.removeIf(mean -> mean.period() != AveragingPeriod.HOUR);
    return hours;
  }

  private int rows() {
    int rows = 0;
    try (KeyValueIterator<Bytes, byte[]> all = uploads.all()) {
      for (; all.hasNext(); all.next()) {
        rows++;
      }
    }
    return rows;
  }

  private static TopologyTestDriver driver() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "gather-minutes");
    JournalSettings settings = JournalSettings.standard().withoutWaiting().inMemory();
    return new TopologyTestDriver(
        new OutletJournalTopology(TOPICS, settings).get(), properties, Frames.at(0, 0));
  }
}
