package io.touchline.portal.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchline.alerts.book.Change;
import io.touchline.alerts.book.History;
import io.touchline.contract.Json;
import io.touchline.domain.alert.CloseCode;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Life;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One thing that happened to an alert, for people. */
public record HistoryLine(Instant at, String actor, String event, JsonNode detail) {

  static HistoryLine of(History.Entry entry) {
    try {
      return new HistoryLine(
          entry.at(), entry.actor(), entry.event(), Json.mapper().readTree(entry.detail()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database holds a history that is none", impossible);
    }
  }

  public boolean isByPerson() {
    return !actor.equals(History.SYSTEM);
  }

  /** What happened. */
  public String title(Words words) {
    String key = "history." + event;
    return words.has(key) ? words.text(key) : words.alert(Change.valueOf(event));
  }

  /** With what, "" where the title says it all. */
  public String text(Words words) {
    return switch (event) {
      case "ASSIGNED" -> words.text("history.to", said("owner"));
      case "REVIEWED" ->
          words.of(Life.Opinion.valueOf(said("opinion")))
              + words.text("history.colon")
              + said("text");
      case "CLOSED" ->
          words.of(CloseCode.valueOf(said("code")))
              + words.text("history.colon")
              + said("evidence");
      case "TOLD" -> words.text("history.told", change(words), people(words));
      case "HELD", "NOT_TOLD" ->
          change(words) + words.text("history.colon") + words.reason(said("reason"));
      case "MERGED" -> said("into");
      case "ACKNOWLEDGED", "ANSWERED" -> "";
      default ->
          detail.has("grade")
              ? words.text(
                  "history.grade",
                  words.alert(Grade.valueOf(said("grade"))),
                  detail.path("occurrences").asInt())
              : "";
    };
  }

  private String change(Words words) {
    return words.alert(Change.valueOf(said("change")));
  }

  private String people(Words words) {
    List<String> people = new ArrayList<>();
    for (JsonNode to : detail.path("to")) {
      String[] parts = to.asText().split(" by ", 2);
      people.add(parts.length == 2 ? words.text("history.by", parts[0], parts[1]) : to.asText());
    }
    return String.join(words.text("reason.and"), people);
  }

  private String said(String name) {
    return detail.path(name).asText();
  }
}
