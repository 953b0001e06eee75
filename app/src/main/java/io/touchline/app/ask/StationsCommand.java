package io.touchline.app.ask;

import io.touchline.app.Complaint;
import io.touchline.app.KafkaClient;
import io.touchline.app.Texts;
import io.touchline.app.TopicReader;
import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.StationProposalRecord;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import io.touchline.domain.ChinaTime;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code stations}: how each data logger is connected, by the topic {@code connections}, and who
 * sends without being registered, by the topic {@code proposals}.
 */
@Command(name = "stations", sortOptions = false)
public final class StationsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private KafkaClient kafka;

  @Override
  public Integer call() {
    Topics topics = new Topics(kafka.prefix());
    try (TopicReader reader = new TopicReader(kafka.properties())) {
      showConnections(latest(reader, topics.connections(), ConnectionRecord.class));
      showProposals(latest(reader, topics.proposals(), StationProposalRecord.class));
      return 0;
    } catch (KafkaException e) {
      throw Complaint.because(e, "ask.broker", e.getMessage());
    }
  }

  private static <T> SortedMap<String, T> latest(TopicReader reader, Topic topic, Class<T> type) {
    SortedMap<String, T> latest = new TreeMap<>();
    try (JsonSerde<T> serde = new JsonSerde<>(type)) {
      reader.forEach(
          topic.name(),
          record -> {
            if (record.value() == null) {
              latest.remove(record.key());
            } else {
              latest.put(
                  record.key(), serde.deserializer().deserialize(topic.name(), record.value()));
            }
          });
    }
    return latest;
  }

  private void showConnections(SortedMap<String, ConnectionRecord> connections) {
    out().println(Texts.get("stations.connections", Integer.toString(connections.size())));
    connections
        .values()
        .forEach(
            one ->
                out()
                    .printf(
                        "  %-24s  %-9s  %-12s  %-4s  %s  %8s  %8d  %6d  %s%n",
                        one.mn(),
                        one.state(),
                        one.gateway(),
                        one.edition() == null ? "-" : one.edition(),
                        time(one.lastFrameAt()),
                        one.lagMillis() == null ? "-" : one.lagMillis() + " ms",
                        one.frames(),
                        one.refused(),
                        one.encrypted() ? "TLS" : "TCP"));
  }

  private void showProposals(SortedMap<String, StationProposalRecord> proposals) {
    out().println(Texts.get("stations.proposals", Integer.toString(proposals.size())));
    proposals
        .values()
        .forEach(
            one ->
                out()
                    .printf(
                        "  %-24s  %s  %-4s  %s  %s  ST %s  CN %s  %d%n",
                        one.mn(),
                        time(one.lastSeen()),
                        one.edition() == null ? "-" : one.edition(),
                        one.check() == null ? "-" : one.check(),
                        one.peer(),
                        one.systemCodes(),
                        one.commands(),
                        one.frames()));
  }

  private static String time(Instant instant) {
    return instant == null ? "-" : ChinaTime.format(instant);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
