package io.touchline.portal.page;

import io.touchline.domain.cases.ListRow;
import java.util.ArrayList;
import java.util.List;

/** How a row of a list stands against the list before. */
public record ListChange(Kind kind, ListRow row) {

  /** What became of it. */
  public enum Kind {
    NEW,
    CHANGED,
    SAME,
    GONE
  }

  /**
   * All rows, those that are gone last.
   *
   * @param before null where there was no list
   */
  static List<ListChange> between(List<ListRow> before, List<ListRow> now) {
    List<ListChange> changes = new ArrayList<>();
    List<ListRow> left = before == null ? List.of() : before;
    for (ListRow row : now) {
      boolean known = left.stream().anyMatch(old -> isSameCard(old, row));
      Kind kind = left.contains(row) || before == null ? Kind.SAME : Kind.NEW;
      changes.add(new ListChange(kind == Kind.NEW && known ? Kind.CHANGED : kind, row));
    }
    left.stream()
        .filter(old -> now.stream().noneMatch(row -> isSameCard(old, row)))
        .forEach(old -> changes.add(new ListChange(Kind.GONE, old)));
    return List.copyOf(changes);
  }

  private static boolean isSameCard(ListRow one, ListRow other) {
    return one.creditCode().equals(other.creditCode())
        && one.colour() == other.colour()
        && one.decision().equals(other.decision());
  }
}
