package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

  private static final GatewaySettings SETTINGS = GatewaySettings.defaults();

  @Test
  void whatThePromisesRestOnCannotBeChanged() {
    Map<String, Object> asked =
        Map.of("acks", "1", "enable.idempotence", false, "max.block.ms", 60_000);

    assertThat(KafkaClients.producer(asked, SETTINGS))
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .containsEntry("max.block.ms", 0);
  }

  @Test
  void theProducerKeepsItsTopicsWhenEveryBrokerIsAway() {
    Map<String, Object> asked = Map.of("metadata.recovery.strategy", "rebootstrap");

    assertThat(KafkaClients.producer(asked, SETTINGS))
        .containsEntry("metadata.recovery.strategy", "none");
  }

  @Test
  void whatOnlySuitsCanBeChanged() {
    assertThat(KafkaClients.producer(Map.of("linger.ms", 50), SETTINGS))
        .containsEntry("linger.ms", 50);
  }

  @Test
  void theProducerHasTwiceTheRoomThatTheBudgetCanFill() {
    GatewaySettings large = SETTINGS.with(new GatewaySettings.InFlight(100L << 20, 1L << 20));

    assertThat(KafkaClients.producer(Map.of(), large)).containsEntry("buffer.memory", 200L << 20);
  }

  @Test
  void theRegistryIsReadInNoGroup() {
    assertThat(KafkaClients.registryConsumer(Map.of("group.id", "others"), SETTINGS))
        .doesNotContainKey("group.id");
  }

  @Test
  void aCommandThatWasTakenBackIsNotRead() {
    assertThat(KafkaClients.commandConsumer(Map.of("isolation.level", "x"), SETTINGS))
        .containsEntry("isolation.level", "read_committed");
  }
}
