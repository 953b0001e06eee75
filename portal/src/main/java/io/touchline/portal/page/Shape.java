package io.touchline.portal.page;

import io.touchline.domain.alert.Grade;
import java.util.Locale;

/** What a grade is drawn as: each colour has a shape of its own, so that colour is never alone. */
public enum Shape {
  CIRCLE("M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z"),
  TRIANGLE("M8 1l7.5 14H.5z"),
  DIAMOND("M8 0l8 8-8 8-8-8z"),
  OCTAGON("M4.8.4h6.4l4.4 4.4v6.4l-4.4 4.4H4.8L.4 11.2V4.8z");

  private final String path;

  Shape(String path) {
    this.path = path;
  }

  public static Shape of(Grade grade) {
    return switch (grade.colour()) {
      case BLUE -> CIRCLE;
      case YELLOW -> TRIANGLE;
      case ORANGE -> DIAMOND;
      case RED -> OCTAGON;
    };
  }

  /** In a box of 16. */
  public String path() {
    return path;
  }

  /** Name of the grade's class in the style sheet. */
  public static String css(Grade grade) {
    return "grade-" + grade.colour().name().toLowerCase(Locale.ROOT);
  }
}
