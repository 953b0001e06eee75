package io.touchline.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.contract.Topics;
import io.touchline.ingest.door.HttpsDoorSettings.Limits;
import io.touchline.ingest.door.KafkaDoorSettings.Source;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorSettingsTest {

  private static final Platform WEST =
      new Platform("west", List.of(Keys.hash("one")), Jurisdiction.ALL);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
  void withoutACertificateTheDoorListensOnLoopback(String host) {
    assertThat(https(host, List.of(WEST)).identity()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "10.0.0.1", "::", "gateway.example", "128.0.0.1"})
  void withoutACertificateTheDoorListensNowhereElse(String host) {
    assertThatThrownBy(() -> https(host, List.of(WEST)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("certificate")
        .hasMessageContaining(host);
  }

  @Test
  void noTwoPlatformsShareANameOrAKey() {
    Platform sameName = new Platform("west", List.of(Keys.hash("two")), Jurisdiction.ALL);
    Platform sameKey =
        new Platform("east", List.of(Keys.hash("one").toUpperCase(Locale.ROOT)), Jurisdiction.ALL);

    assertThatThrownBy(() -> https("127.0.0.1", List.of(WEST, sameName)))
        .hasMessageContaining("west");
    assertThatThrownBy(() -> https("127.0.0.1", List.of(WEST, sameKey)))
        .hasMessageContaining("east");
  }

  @Test
  void noTopicIsNamedTwiceOrReadAndWritten() {
    Source one = new Source("west", Jurisdiction.ALL, true);
    Source same = new Source("west", Jurisdiction.ALL, false);
    Source verdicts = new Source("west.verdicts", Jurisdiction.ALL, false);

    assertThatThrownBy(() -> kafka(one, same)).hasMessageContaining("west");
    assertThatThrownBy(() -> kafka(one, verdicts)).hasMessageContaining("west.verdicts");
  }

  @Test
  void ourOwnTopicsAreNoPlatforms() {
    Topics topics = new Topics("t.");
    KafkaDoorSettings settings = kafka(new Source("t.quarantine", Jurisdiction.ALL, false));

    assertThatThrownBy(
            () -> new KafkaDoor(settings, topics, () -> null, () -> null, null, new DoorMeters()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("t.quarantine");
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerIsToldInBothLanguagesWithItsNumbers(Answer answer) {
    assertThat(answer.text(Locale.ENGLISH, 1234567, 89)).isNotBlank().matches("\\p{ASCII}+");
    assertThat(answer.text(Locale.CHINESE, 1234567, 89)).containsPattern("\\p{IsHan}");
    assertThat(answer.text(Locale.FRENCH, 1, 2)).isEqualTo(answer.text(Locale.CHINESE, 1, 2));
  }

  private static HttpsDoorSettings https(String host, List<Platform> platforms) {
    return new HttpsDoorSettings(host, 0, null, platforms, List.of(), Limits.defaults());
  }

  private static KafkaDoorSettings kafka(Source... sources) {
    return new KafkaDoorSettings(KafkaDoorSettings.DEFAULT_GROUP, List.of(sources));
  }
}
