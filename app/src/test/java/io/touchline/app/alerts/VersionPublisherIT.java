package io.touchline.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.app.CommandRun;
import io.touchline.app.TopicReader;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.contract.Json;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.Topics;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionPublisherIT {

  private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

  @TempDir Path directory;

  @Test
  void versionIsInItsTopicByOutletWhenPublishingReturnsAndSaysSoWhereItCannotBe() throws Exception {
    SampleRecord sample = sample();
    String topic = TOPICS.samples().name();
    Map<String, Object> client;
    VersionPublisher publisher;
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
      client = Map.of("bootstrap.servers", broker.bootstrapServers());
      CommandRun.of("topics", "create", "--bootstrap-servers", broker.bootstrapServers());
      publisher = new VersionPublisher(client);
      publisher.publish(topic, sample.mn(), sample);

      List<SampleRecord> there = new ArrayList<>();
      try (TopicReader reader = new TopicReader(client)) {
        reader.forEach(
            topic,
            record -> {
              assertThat(record.key()).isEqualTo(sample.mn());
              there.add(read(record.value()));
            });
      }
      assertThat(there).containsExactly(sample);
    }
    try (publisher) {
      assertThatThrownBy(() -> publisher.publish(topic, sample.mn(), sample))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("send it again later");
    }
  }

  private static SampleRecord sample() {
    return new SampleRecord(
        1,
        "MN1",
        "s1",
        "w01018",
        SampleKind.SUPERVISORY,
        ChinaTime.parse("2026-01-01T08:00:00+08:00"),
        null,
        Decimal.of("38.50"),
        "mg/L",
        null,
        null,
        null,
        "青环检测",
        "officer",
        "监督性监测",
        ChinaTime.parse("2026-01-02T08:00:00+08:00"),
        null,
        null,
        1,
        Sample.State.SET);
  }

  private static SampleRecord read(byte[] json) {
    try {
      return Json.mapper().readValue(json, SampleRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
