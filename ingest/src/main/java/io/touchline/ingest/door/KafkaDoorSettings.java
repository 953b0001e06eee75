package io.touchline.ingest.door;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the Kafka door is set up.
 *
 * @param group consumer group of all gateways that share these topics
 * @param sources the topics that platforms write
 */
public record KafkaDoorSettings(String group, List<Source> sources) {

  public static final String DEFAULT_GROUP = "touchline-gateway-door";

  public KafkaDoorSettings {
    sources = List.copyOf(sources);
    if (group.isBlank()) {
      throw new IllegalArgumentException("kafkaDoor.group is empty");
    }
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("kafkaDoor has no topics; name one or leave the door out");
    }
    Set<String> topics = new HashSet<>();
    for (Source source : sources) {
      if (!topics.add(source.topic())) {
        throw new IllegalArgumentException("kafkaDoor names topic " + source.topic() + " twice");
      }
    }
    for (Source source : sources) {
      if (source.verdicts() && topics.contains(source.verdictTopic())) {
        throw new IllegalArgumentException(
            "kafkaDoor reads topic " + source.verdictTopic() + " and writes verdicts to it");
      }
    }
  }

  /**
   * One platform's topic. That nobody else can write it, and that it can write nothing else, is for
   * the broker's access rules to say.
   *
   * @param verdicts whether what became of each record is told in the topic {@code TOPIC.verdicts}
   */
  public record Source(String topic, Jurisdiction jurisdiction, boolean verdicts) {

    public Source {
      if (topic.isBlank()) {
        throw new IllegalArgumentException("kafkaDoor has a topic without a name");
      }
    }

    public String verdictTopic() {
      return topic + ".verdicts";
    }

    /** How records name it. */
    String peer() {
      return "kafka:" + topic;
    }
  }
}
