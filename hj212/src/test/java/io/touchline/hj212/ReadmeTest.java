package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void messageInAndOutOfTheReadmeAreWhatTheCodeSays() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    byte[] in = Frames.hourUpload().toFrame();
    byte[] out = Answers.to(Frames.packet(in)).orElseThrow();

    assertThat(readme).contains(Frames.text(in).strip()).contains(Frames.text(out).strip());
  }

  @Test
  void everyPublicPartOfTheMapExists() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    for (Class<?> part :
        new Class<?>[] {
          FrameScanner.class, FrameDecoder.class, Packet.class, Answers.class, PacketWriter.class,
          Crc.class, DataTimes.class, CommandCode.class, FactorCatalogue.class, Diagnosis.class,
          Dialect.class, PartJoiner.class, Sm4.class, MediaAuthorisation.class
        }) {
      assertThat(readme).contains("`" + part.getSimpleName() + "`");
    }
  }
}
