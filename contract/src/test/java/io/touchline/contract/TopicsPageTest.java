package io.touchline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopicsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "topics.md");

  /** Run with {@code -Dpages=write} to write the page anew. */
  @Test
  void pageOfTopicsSaysWhatTheRegistrySays() throws IOException {
    String page = TopicsPage.markdown(new Topics(Topics.DEFAULT_PREFIX));
    if ("write".equals(System.getProperty("pages"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).content().isEqualTo(page);
  }
}
