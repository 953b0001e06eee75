package io.touchline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {

  @TempDir Path directory;

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void aDirectoryWithSomethingElseInItIsLeftAlone() throws IOException {
    Path theirs = Files.writeString(directory.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> DemoDirectory.take(directory, true))
        .isInstanceOfSatisfying(
            Complaint.class, complaint -> assertThat(complaint.exitCode()).isEqualTo(2))
        .hasMessage(
            directory
                + " is neither a demo's data directory nor empty, so it is left alone. Name an"
                + " empty directory by --data.");
    assertThat(theirs).hasContent("years of work");
    assertThat(directory).isDirectoryNotContaining("glob:**/" + DemoDirectory.MARKER);
  }

  @Test
  void aFileInItsPlaceIsLeftAlone() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "text");
    assertThatThrownBy(() -> DemoDirectory.take(file, true)).isInstanceOf(Complaint.class);
    assertThat(file).hasContent("text");
  }

  @Test
  void freshDeletesWhatADemoLeftAndNotWhatItsLinksLeadTo() throws IOException {
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    Path kept = Files.writeString(elsewhere.resolve("kept"), "kept");
    Path demo = directory.resolve("demo");
    try (DemoDirectory taken = DemoDirectory.take(demo, false)) {
      Files.createDirectories(taken.of("broker/logs"));
      Files.createSymbolicLink(taken.of("link"), elsewhere);
    }
    try (DemoDirectory taken = DemoDirectory.take(demo, true)) {
      assertThat(taken.of("broker")).doesNotExist();
      assertThat(taken.of("link")).doesNotExist();
      assertThat(kept).hasContent("kept");
    }
  }

  @Test
  void withoutFreshWhatADemoLeftStays() throws IOException {
    try (DemoDirectory taken = DemoDirectory.take(directory, false)) {
      Files.createDirectories(taken.of("broker"));
    }
    try (DemoDirectory taken = DemoDirectory.take(directory, false)) {
      assertThat(taken.of("broker")).isDirectory();
    }
  }

  @Test
  void twoDemosDoNotShareADirectory() {
    try (DemoDirectory taken = DemoDirectory.take(directory, false)) {
      assertThatThrownBy(() -> DemoDirectory.take(taken.path(), true))
          .isInstanceOf(Complaint.class)
          .hasMessage(
              "A demo is already running on "
                  + directory
                  + ". Stop it first, or name another directory by --data.");
    }
  }
}
