package io.touchline.portal.page;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Due;
import io.touchline.domain.cases.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A place on the path of a case: a state that it entered, or a term that ends there.
 *
 * @param stage null of a term
 * @param due null of a state
 * @param current whether the case is in that state now
 */
public record Station(LocalDate on, Stage stage, Due due, boolean current) {

  /** The path, by day; of one day the states come before the terms. */
  static List<Station> of(CaseFile file, List<Due> dues) {
    List<Station> path = new ArrayList<>();
    Stage before = null;
    for (CaseFile.Entry entry : file.history()) {
      Stage stage = entry.after().stage();
      if (stage != before) {
        path.add(new Station(ChinaTime.date(entry.event().at()), stage, null, false));
      }
      before = stage;
    }
    if (!path.isEmpty()) {
      Station last = path.remove(path.size() - 1);
      path.add(new Station(last.on, last.stage, null, true));
    }
    dues.stream()
        .filter(due -> due.last() != null && isTold(due.state()))
        .forEach(due -> path.add(new Station(due.last(), null, due, false)));
    path.sort(Comparator.comparing(Station::on).thenComparing(station -> station.due != null));
    return path;
  }

  private static boolean isTold(Due.State state) {
    return state != Due.State.ONGOING && state != Due.State.END_NOT_KNOWN;
  }

  public boolean isOverdue() {
    return due != null && due.state() == Due.State.MISSED;
  }
}
