package io.touchline.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables and the picture of docs/cases.md are those of the types. */
class CasesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "cases.md");

  /** Run with {@code -Dpages=write} to write them anew. */
  @Test
  void pageOfCasesSaysWhatTheTypesSay() throws IOException {
    String page = Files.readString(PAGE);
    String fresh =
        with(
            with(
                with(
                    with(with(page, "picture", picture()), "states", states()), "events", events()),
                "grounds",
                grounds()),
            "duties",
            duties());
    if ("write".equals(System.getProperty("pages"))) {
      Files.writeString(PAGE, fresh);
    }

    assertThat(PAGE).content().isEqualTo(fresh);
  }

  private static String with(String page, String part, String text) {
    String begin = "<!-- " + part + " -->\n";
    String end = "<!-- /" + part + " -->";
    int from = page.indexOf(begin) + begin.length();
    return page.substring(0, from) + text + page.substring(page.indexOf(end, from));
  }

  private static String picture() {
    Stream<String> arrows =
        Transition.all().stream()
            .filter(row -> !row.isStay() && !row.happening().equals(Happening.ENTITY_ENDED))
            .flatMap(
                row ->
                    row.from().stream()
                        .flatMap(
                            from ->
                                row.to().stream()
                                    .map(
                                        to ->
                                            "  "
                                                + from
                                                + " --> "
                                                + to
                                                + ": "
                                                + row.id()
                                                + " "
                                                + row.happening().chinese())));
    return "```mermaid\nstateDiagram-v2\n  [*] --> CLEAR\n"
        + arrows.collect(Collectors.joining("\n"))
        + "\n```\n";
  }

  private static String states() {
    return table(
        List.of("state", "中文", "card", "what can happen"),
        Arrays.stream(Stage.values())
            .map(
                stage ->
                    List.of(
                        "`" + stage + "`",
                        stage.chinese(),
                        stage.card().name().toLowerCase(Locale.ROOT),
                        Transition.possible(stage).stream()
                            .map(Happening::chinese)
                            .collect(Collectors.joining("、")))));
  }

  private static String events() {
    return table(
        List.of("event", "中文", "kind", "in whose hand", "transitions", "figures"),
        Arrays.stream(Happening.values())
            .map(
                happening ->
                    List.of(
                        "`" + happening + "`",
                        happening.chinese(),
                        kind(happening),
                        hands(happening),
                        rows(happening).map(Transition::id).collect(Collectors.joining(" ")),
                        Arrays.stream(happening.type().getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.joining(", ")))));
  }

  private static String kind(Happening happening) {
    if (happening.isDecision()) {
      return "decision";
    }
    return Detection.class.isAssignableFrom(happening.type()) ? "detection" : "step";
  }

  private static Stream<Transition> rows(Happening happening) {
    return Transition.all().stream().filter(row -> row.happening() == happening);
  }

  private static String hands(Happening happening) {
    return rows(happening)
        .map(row -> happening.isDecision() ? row.hand().signatories() : row.hand().roles())
        .distinct()
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  private static String grounds() {
    return table(
        List.of("ground", "情形", "measure", "rows of law"),
        Arrays.stream(Ground.values())
            .map(
                ground ->
                    List.of(
                        ground.name(),
                        ground.chinese() + " / " + ground.english(),
                        ground.measure().english(),
                        laws(GroundRow.rows().stream().filter(row -> row.ground() == ground)))));
  }

  private static String duties() {
    return table(
        List.of("duty", "义务", "who", "rows of law"),
        Arrays.stream(Duty.values())
            .map(
                duty ->
                    List.of(
                        duty.name(),
                        duty.chinese() + " / " + duty.english(),
                        duty.debtor().name().toLowerCase(Locale.ROOT),
                        laws(DutyRow.rows().stream().filter(row -> row.duty() == duty)))));
  }

  private static String laws(Stream<? extends LawRow> rows) {
    return rows.map(row -> "`" + row.id() + "` " + row.source().text())
        .collect(Collectors.joining("<br>"));
  }

  private static String table(List<String> head, Stream<List<String>> rows) {
    String rule = head.stream().map(cell -> "---").collect(Collectors.joining("|", "|", "|\n"));
    return line(head) + rule + rows.map(CasesPageTest::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
