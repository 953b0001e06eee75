package io.touchline.hj212.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageReadmeTest {

  @Test
  void requestOfTheReadmeIsWhatTheCodeWrites() throws IOException {
    Request request =
        Request.of(
            CommandCode.MINUTE,
            Map.of("BeginTime", "20260101080000", "EndTime", "20260101085000"),
            Edition.V2017);
    Known message = ((Request.Right) request).message();
    byte[] frame =
        Envelope.request(Edition.V2017, Exchange.QN, "32", Exchange.PW, Exchange.MN).frame(message);

    assertThat(readme()).contains(Exchange.text(frame).strip());
    assertThat(message.dialog().due())
        .extracting(Enum::name)
        .containsExactly("REQUEST_ANSWER", "HISTORY_DATA", "RESULT");
  }

  @Test
  void everyTopicOfMessagesIsInTheReadme() throws IOException {
    for (Class<?> topic : Known.class.getPermittedSubclasses()) {
      assertThat(readme()).contains("`" + topic.getSimpleName() + "`");
    }
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
