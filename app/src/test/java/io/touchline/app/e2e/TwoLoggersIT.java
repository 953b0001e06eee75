package io.touchline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.RunningMeansRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.facility.Feed;
import io.touchline.domain.facility.Inlet;
import io.touchline.domain.facility.Treatment;
import io.touchline.hj212.DataTimes;
import io.touchline.hj212.PacketWriter;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.JournalStreams;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A logger before treatment and one behind it, in two partitions of a real broker. */
class TwoLoggersIT {

  private static final String OUTLET = "010000A8900016F000169DC0";
  private static final String INLET = "010000A8900016F000169DC1";
  private static final String SO2 = "a21026";

  /** Yesterday: older records the broker would delete by their time of receipt. */
  private final Instant midnight =
      AveragingPeriod.DAY.startOf(Instant.now()).minus(Duration.ofDays(1));

  @TempDir private Path directory;

  private Centre centre;
  private KafkaProducer<String, byte[]> packets;
  private JournalStreams journal;

  @BeforeEach
  void start() throws Exception {
    centre = new Centre(directory.resolve("broker"));
    packets =
        new KafkaProducer<>(centre.servers(), new StringSerializer(), new ByteArraySerializer());
    journal =
        new JournalStreams(
            centre.topics,
            JournalSettings.standard(),
            centre.servers(),
            directory.resolve("journal"),
            1);
    journal.start();
  }

  @AfterEach
  void stop() {
    journal.close();
    packets.close();
    centre.close();
  }

  @Test
  void hoursOfTheInletMeetThoseOfTheOutletInAnotherPartitionAndARunningHourIsTold()
      throws Exception {
    assertThat(partition(OUTLET)).isNotEqualTo(partition(INLET));
    centre.register(
        entry(OUTLET, new Treatment(List.of(), List.of(Inlet.of(INLET, SO2)), List.of())));
    centre.register(
        entry(INLET, new Treatment(List.of(), List.of(), List.of(new Feed(OUTLET, SO2)))));
    for (int hour = 0; hour < 2; hour++) {
      Instant start = midnight.plus(Duration.ofHours(hour));
      send(INLET, "2061", start, Duration.ofHours(1), "400");
      send(OUTLET, "2061", start, Duration.ofHours(1), "100");
    }
    Instant minute = midnight.plus(Duration.ofHours(2)).plus(Duration.ofMinutes(4));
    send(OUTLET, "2051", minute, Duration.ofMinutes(1), "90");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(removal())
                    .last()
                    .satisfies(
                        found ->
                            assertThat(found.evidence())
                                .containsEntry("hours", "2")
                                .containsEntry("percent", "75")));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(running())
                    .last()
                    .satisfies(
                        hour -> {
                          assertThat(hour.upTo()).isEqualTo(minute.plusSeconds(60));
                          assertThat(hour.factors().get(SO2).value()).hasToString("90");
                          assertThat(hour.factors().get(SO2).due()).isEqualTo(5);
                        }));
  }

  private List<QualityRecord> removal() {
    return centre.read(centre.topics.quality(), OUTLET, QualityRecord.class).stream()
        .filter(found -> found.kind() == QualityRecord.Kind.REMOVAL_TOO_LOW)
        .toList();
  }

  private List<RunningMeansRecord> running() {
    return centre
        .readOf(
            centre.topics.meansRunning(), RunningMeansRecord.class, RunningMeansRecord::mn, OUTLET)
        .stream()
        .filter(record -> record.period() == AveragingPeriod.HOUR)
        .toList();
  }

  private int partition(String mn) {
    return Utils.toPositive(Utils.murmur2(mn.getBytes(StandardCharsets.UTF_8)))
        % centre.topics.packets().partitions();
  }

  private static OutletRecord entry(String mn, Treatment treatment) {
    return Centre.stack(mn, Centre.PASSWORD, null).withTreatment(treatment);
  }

  /** Received a second after it was sent, at the end of its period. */
  private void send(String mn, String cn, Instant start, Duration length, String so2)
      throws InterruptedException, ExecutionException {
    Instant sentAt = start.plus(length).minusSeconds(1);
    byte[] frame =
        new PacketWriter()
            .qn(DataTimes.formatSecond(ChinaTime.civil(sentAt)) + "000")
            .st("31")
            .cn(cn)
            .pw(Centre.PASSWORD)
            .mn(mn)
            .flag(5)
            .item("DataTime", DataTimes.formatSecond(ChinaTime.civil(start)))
            .factor(SO2, "Avg", so2, "Flag", "N")
            .toFrame();
    packets
        .send(
            new ProducerRecord<>(
                centre.topics.packets().name(),
                null,
                sentAt.plusSeconds(1).toEpochMilli(),
                mn,
                frame))
        .get();
  }
}
