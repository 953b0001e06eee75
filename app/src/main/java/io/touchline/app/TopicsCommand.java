package io.touchline.app;

import io.touchline.app.broker.TopicCreator;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code topics create|describe}. */
@Command(name = "topics", synopsisSubcommandLabel = "create|describe")
final class TopicsCommand {

  @Spec private CommandSpec spec;

  /** Creates what is missing, sets what differs. */
  @Command(name = "create")
  int create(@Mixin KafkaClient kafka) {
    try (Admin admin = Admin.create(kafka.properties())) {
      List<String> created = new TopicCreator(admin).apply(new Topics(kafka.prefix()).all());
      created.forEach(name -> out().println(name));
      out().println(Texts.get("topics.created", Integer.toString(created.size())));
      return 0;
    } catch (KafkaException e) {
      throw Complaint.because(e, "topics.broker", e.getMessage());
    }
  }

  /** The registry of topics as a page; asks no broker. */
  @Command(name = "describe")
  int describe(
      @Option(names = "--prefix", paramLabel = "PREFIX", defaultValue = Topics.DEFAULT_PREFIX)
          String prefix) {
    for (Topic topic : new Topics(prefix).all()) {
      out().println(topic.name());
      out().println("  " + topic.purpose());
      out().println("  key: " + topic.key());
      out().println("  value: " + topic.value());
      out().println("  partitions: " + topic.partitions());
      new TreeMap<>(topic.config())
          .forEach((key, value) -> out().println("  " + key + ": " + value));
    }
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
