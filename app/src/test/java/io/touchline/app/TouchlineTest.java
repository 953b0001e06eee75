package io.touchline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TouchlineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | touchline: Name a command:",
        "registry | touchline: Name a command: explain, export, import, validate",
        "verify case-1 | touchline: Name a case and --bootstrap-servers (or --config), or a file with --dossier.",
        "dceode | touchline: There is no command dceode. There are: ",
        "registry export dir | touchline: --bootstrap-servers is missing.",
        "decode --colour | touchline: --colour is not known here.",
        "registry validate | touchline: DIR is missing.",
        "registry import . | touchline: --bootstrap-servers is missing.",
        "decode --sm4-key k - | touchline: What follows --sm4-key is no key. Give 16 characters, or 32",
        "decode no-such-file | touchline: Cannot find or read the file ",
        "registry validate no-such-directory | touchline: There is no directory ",
      })
  void wrongUsageIsOneSentenceAndExitCodeTwo(String line, String sentence) {
    CommandRun run = CommandRun.of(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith(sentence).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void everyCommandHasItsHelp() {
    Texts.speak(Locale.ENGLISH);
    assertHelp(
        Touchline.commandLine(
            new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter())));
  }

  private static void assertHelp(CommandLine command) {
    String[] path = command.getCommandSpec().qualifiedName().split(" ");
    String[] arguments = new String[path.length];
    System.arraycopy(path, 1, arguments, 0, path.length - 1);
    arguments[path.length - 1] = "--help";
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: " + command.getCommandSpec().qualifiedName());
    assertThat(run.out().lines().findFirst().orElseThrow())
        .as("the purpose of %s", command.getCommandSpec().qualifiedName())
        .doesNotStartWith("Usage");
    command.getSubcommands().values().forEach(TouchlineTest::assertHelp);
  }

  @Test
  void aBrokerThatIsNotThereIsNamedWithoutAStackTrace() {
    CommandRun run = CommandRun.of("topics", "create", "--bootstrap-servers", "no-port");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("touchline: The broker refused").doesNotContain("\tat ");
  }

  @Test
  void aStackTraceIsForThoseWhoAskForIt() {
    CommandRun run = CommandRun.of("topics", "create", "--debug", "--bootstrap-servers", "no-port");
    assertThat(run.err()).contains("\tat ");
  }

  @Test
  void topicsAreDescribedWithoutABroker() {
    CommandRun run = CommandRun.of("topics", "describe", "--prefix", "test.");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(new Topics("test.").all().stream().map(Topic::name).toList())
        .contains("retention.ms: -1");
  }
}
