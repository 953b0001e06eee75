package io.touchline.app.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.touchline.app.operations.Promtool.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The alert rules as Prometheus' own tool judges them, and the pages they lead to. */
class AlertRulesTest {

  static final Path PROMETHEUS = Path.of("..", "docker", "prometheus");
  private static final Path RULES = PROMETHEUS.resolve("alerts.yml");
  private static final Path TESTS = PROMETHEUS.resolve("tests.yml");
  private static final Path PAGE = Path.of("..", "docs", "operations.md");

  @Test
  void rulesPassTheirOwnTests() throws Exception {
    Answer answer = promtool("test", "rules", TESTS.toString());

    assertThat(answer.exitCode()).as(answer.output()).isZero();
  }

  @Test
  void rulesAndConfigurationAreValid() throws Exception {
    Answer rules = promtool("check", "rules", RULES.toString());
    Answer configuration =
        promtool("check", "config", PROMETHEUS.resolve("prometheus.yml").toString());

    assertThat(rules.exitCode()).as(rules.output()).isZero();
    assertThat(configuration.exitCode()).as(configuration.output()).isZero();
  }

  @Test
  void everyAlertIsTestedToBeRaisedAndToBeSilent() throws IOException {
    String tests = Files.readString(TESTS, UTF_8);

    assertThat(alerts())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            alert ->
                assertThat(tests)
                    .contains(alert + " is silent\n")
                    .contains(alert + " is raised\n"));
  }

  @Test
  void everyAlertHasASectionThatSaysWhatWhyAndWhatToDoInBothLanguages() throws IOException {
    String page = Files.readString(PAGE, UTF_8);
    String rules = Files.readString(RULES, UTF_8);

    assertThat(alerts())
        .allSatisfy(
            alert -> {
              assertThat(rules)
                  .contains("runbook: docs/operations.md#" + alert.toLowerCase(Locale.ROOT) + "\n");
              assertThat(section(page, alert))
                  .contains("*What.*", "*Why.*", "*What to do.*", "*含义。*", "*原因。*", "*处理。*");
            });
  }

  @Test
  void noSectionSpeaksOfAnAlertThatIsGone() throws IOException {
    String alertsPart = Files.readString(PAGE, UTF_8).split("\n## Alerts ", 2)[1];

    assertThat(Pattern.compile("^### (\\w+)$", Pattern.MULTILINE).matcher(alertsPart).results())
        .extracting(match -> match.group(1))
        .containsExactlyElementsOf(alerts());
  }

  private static List<String> alerts() throws IOException {
    return Pattern.compile("- alert: (\\w+)")
        .matcher(Files.readString(RULES, UTF_8))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** Empty where the page has none. */
  private static String section(String page, String alert) {
    int from = page.indexOf("\n### " + alert + "\n");
    int to = from < 0 ? -1 : page.indexOf("\n### ", from + 1);
    return from < 0 ? "" : page.substring(from, to < 0 ? page.length() : to);
  }

  private static Answer promtool(String... arguments) throws IOException, InterruptedException {
    assumeTrue(
        Promtool.isThere(),
        "promtool is not on the path, so the alert rules are not tested here: install prometheus");
    return Promtool.run(arguments);
  }
}
