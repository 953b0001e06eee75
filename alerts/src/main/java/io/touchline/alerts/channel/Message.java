package io.touchline.alerts.channel;

import io.touchline.alerts.pipeline.Snapshot;
import io.touchline.alerts.words.AlertWords;
import io.touchline.alerts.words.Language;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One message, the same at every attempt.
 *
 * @param id names it for the other side; the same at every attempt
 * @param alerts at least one
 * @param at when it was put on its way
 */
public record Message(
    UUID id, String address, Language language, List<Snapshot> alerts, Instant at) {

  public String title() {
    return AlertWords.in(language).title(alerts);
  }

  /** A line for each alert. */
  public List<String> lines() {
    AlertWords words = AlertWords.in(language);
    return alerts.stream().map(words::line).toList();
  }

  /**
   * The lines, each with something before it, as far as there is room, and how many there are more.
   *
   * @param bytes most bytes in UTF-8
   */
  public String text(String before, int bytes) {
    List<String> lines = lines();
    for (int shown = lines.size(); shown > 1; shown--) {
      String text = text(before, lines, shown);
      if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
        return text;
      }
    }
    return text(before, lines, 1);
  }

  private String text(String before, List<String> lines, int shown) {
    String text =
        lines.subList(0, shown).stream()
            .map(line -> before + line)
            .collect(Collectors.joining("\n"));
    return shown == lines.size()
        ? text
        : text + "\n" + AlertWords.in(language).text("message.more", lines.size() - shown);
  }
}
