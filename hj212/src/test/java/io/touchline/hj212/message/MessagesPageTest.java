package io.touchline.hj212.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Edition;
import io.touchline.hj212.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "messages.md");

  private static final String HEAD =
      """
      # Messages

      Generated from `MessageType` in `hj212`; a test fails when this page drifts. What is of the
      2005 or of the 2025 edition alone is known at second hand.

      ↓ goes to the data logger, ↑ to the centre. Fields in *italics* may be absent; a year in
      brackets is the edition that a field is limited to. What is due is owed by the other side, in
      this order: 9011 says whether, 9012 how it went; 9013 and 9014 only if Flag asks.

      | CN | | 中文 | message | editions | fields of CP | due |
      |---|---|---|---|---|---|---|
      """;

  private static final String FIELDS =
      """

      ## Fields

      What a value must be when the centre sends it. A value that comes and is something else is
      kept as text, and reported.

      | field | unit | must be | 应为 |
      |---|---|---|---|
      """;

  /** Run with {@code -Dpages=write} to write the page anew. */
  @Test
  void pageOfMessagesSaysWhatTheTableSays() throws IOException {
    String page = markdown();
    if ("write".equals(System.getProperty("pages"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).content().isEqualTo(page);
  }

  private static String markdown() {
    StringBuilder page = new StringBuilder(HEAD);
    Map<Field<?>, Set<Edition>> fields = new LinkedHashMap<>();
    for (MessageType type : MessageType.values()) {
      page.append("| ").append(type.code().cn());
      page.append(" | ").append(arrows(type.directions()));
      page.append(" | ").append(type.code().zh());
      page.append(" | `").append(record(type));
      page.append("` | ").append(years(type.editions()));
      page.append(" | ").append(fields(type));
      page.append(" | ").append(due(type)).append(" |\n");
      for (FieldUse use : type.shape()) {
        Set<Edition> here = EnumSet.copyOf(type.editions());
        here.retainAll(use.editions());
        fields.computeIfAbsent(use.field(), field -> EnumSet.noneOf(Edition.class)).addAll(here);
      }
    }
    page.append(FIELDS);
    fields.keySet().stream()
        .map(field -> rowOf(field, fields))
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .forEach(page::append);
    return page.toString();
  }

  private static String arrows(Set<Direction> directions) {
    return (directions.contains(Direction.TO_LOGGER) ? "↓" : "")
        + (directions.contains(Direction.TO_CENTRE) ? "↑" : "");
  }

  private static String record(MessageType type) {
    return type.message(Parameters.NONE).getClass().getSimpleName();
  }

  private static String years(Collection<Edition> editions) {
    return editions.stream().map(Edition::text).collect(Collectors.joining(" "));
  }

  /** One name a field, whatever the editions say of its values. */
  private static String fields(MessageType type) {
    Map<String, Set<Edition>> names = new LinkedHashMap<>();
    for (FieldUse use : type.shape()) {
      Set<Edition> here = EnumSet.copyOf(type.editions());
      here.retainAll(use.editions());
      String name = use.field().name() + (use.repeats() ? "…" : "");
      if (!here.isEmpty()) {
        names
            .computeIfAbsent(
                use.needed() ? name : "*" + name + "*", field -> EnumSet.noneOf(Edition.class))
            .addAll(here);
      }
    }
    return names.entrySet().stream()
        .map(
            name ->
                name.getValue().containsAll(type.editions())
                    ? name.getKey()
                    : name.getKey() + " (" + years(name.getValue()) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String due(MessageType type) {
    return type.dialog().due().stream()
        .map(
            due ->
                switch (due) {
                  case REQUEST_ANSWER -> "9011";
                  case DATA -> type.code().cn();
                  case HISTORY_DATA -> type.code().cn() + "…";
                  case RESULT -> "9012";
                  case NOTICE_ANSWER -> "9013";
                  case DATA_REPLY -> "9014";
                  case LOGIN_ANSWER -> "9022";
                })
        .collect(Collectors.joining(" "));
  }

  /** A name that two editions take differently has a row for each. */
  private static String rowOf(Field<?> field, Map<Field<?>, Set<Edition>> fields) {
    long named = fields.keySet().stream().filter(any -> any.name().equals(field.name())).count();
    String name = named == 1 ? field.name() : field.name() + " (" + years(fields.get(field)) + ")";
    return Stream.of(name, field.unit(), field.wantsEn(), field.wantsZh())
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
