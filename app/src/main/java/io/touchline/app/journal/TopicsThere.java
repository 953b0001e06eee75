package io.touchline.app.journal;

import io.touchline.app.Complaint;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Whether the topics of an installation exist: a journal without them would only fail later. */
public final class TopicsThere {

  private final Map<String, Object> client;
  private final Topics topics;

  public TopicsThere(Map<String, Object> client, Topics topics) {
    this.client = client;
    this.topics = topics;
  }

  /**
   * Waits for Kafka, and looks.
   *
   * @throws Complaint where Kafka does not answer in time, or topics are missing
   */
  public void await(Duration patience) throws InterruptedException {
    Map<String, Object> patient = new HashMap<>(client);
    patient.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    patient.put(
        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
        (int) Math.min(patience.toMillis(), Duration.ofSeconds(15).toMillis()));
    try (Admin admin = Admin.create(patient)) {
      Set<String> there = admin.listTopics().names().get();
      List<String> missing =
          topics.all().stream().map(Topic::name).filter(name -> !there.contains(name)).toList();
      if (!missing.isEmpty()) {
        throw Complaint.of(
            "streams.topics.missing",
            String.join(", ", missing),
            client.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
      }
    } catch (ExecutionException | KafkaException e) {
      throw Complaint.because(
          e,
          "streams.kafka",
          client.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG),
          patience.toSeconds());
    }
  }
}
