package io.touchline.portal;

import io.javalin.http.Context;
import io.touchline.domain.cases.Flat;
import io.touchline.domain.cases.Ground;
import io.touchline.domain.cases.GroundRow;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.Step;
import io.touchline.domain.cases.What;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the form of a step: its fields are named as the figures of the event are. */
final class CaseForm {

  private static final String[] NO_FIGURES = {Visitors.FORM_FIELD, "what", "version"};

  private CaseForm() {}

  /** What was entered; empty where a figure cannot be read or one that must be there is not. */
  static Optional<What> read(Context ctx, Happening what, Instant now) {
    Class<? extends Record> type = what.type().asSubclass(Record.class);
    try {
      return Optional.of((What) Flat.read(type, figures(ctx, type, now)));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static SortedMap<String, String> figures(
      Context ctx, Class<? extends Record> type, Instant now) {
    SortedMap<String, String> figures = new TreeMap<>();
    ctx.formParamMap()
        .forEach(
            (name, values) -> {
              if (!List.of(NO_FIGURES).contains(name)) {
                put(figures, type, name, values);
              }
            });
    for (RecordComponent part : type.getRecordComponents()) {
      if (part.getType() == boolean.class) {
        figures.putIfAbsent(part.getName(), "false");
      }
      if (part.getType().isEnum() && !figures.containsKey(part.getName())) {
        throw new IllegalArgumentException("nothing was chosen as " + part.getName());
      }
    }
    if (type == Step.ClosureProposed.class) {
      closure(figures, now);
    }
    return figures;
  }

  /** The row of the ground is that in force; who proposes says whether its text was read. */
  private static void closure(SortedMap<String, String> figures, Instant now) {
    GroundRow row =
        GroundRow.at(Ground.valueOf(figures.get("ground")), now)
            .orElseThrow(() -> new IllegalArgumentException("no row is in force"));
    figures.put("lawRow", row.id());
    if (row.source().verified()) {
      figures.put("adopted", "false");
    }
  }

  private static void put(
      SortedMap<String, String> figures,
      Class<? extends Record> type,
      String name,
      List<String> values) {
    boolean many =
        List.of(type.getRecordComponents()).stream()
            .anyMatch(part -> part.getName().equals(name) && part.getType() == List.class);
    if (many) {
      for (int at = 0; at < values.size(); at++) {
        figures.put(name + '.' + at, values.get(at));
      }
    } else if (!values.get(0).isBlank()) {
      figures.put(name, values.get(0).strip());
    }
  }

  /** All that was typed, several of a name with commas between. */
  static Map<String, String> typed(Context ctx) {
    Map<String, String> typed = new HashMap<>();
    ctx.formParamMap().forEach((name, values) -> typed.put(name, String.join(",", values)));
    typed.remove(Visitors.FORM_FIELD);
    return typed;
  }
}
