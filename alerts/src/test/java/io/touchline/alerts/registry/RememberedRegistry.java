package io.touchline.alerts.registry;

import io.touchline.alerts.registry.RegistrySheet.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One enterprise of a registry in memory, whose figures must be numbers. */
public final class RememberedRegistry implements RegistryDoor {

  /** Who signed each version, and why. */
  public final List<String> versions = new ArrayList<>();

  public boolean isAway;

  @Override
  public RegistrySheet read(RegistryBook book) {
    List<Line> lines =
        switch (book) {
          case REGIONS -> List.of(line("140105", "code", "140105"));
          case ENTERPRISES -> List.of(line("91140000", "code", "91140000", "region", "140105"));
          case OUTLETS -> List.of(line("MN1", "mn", "MN1", "enterprise", "91140000"));
          case LIMITS ->
              List.of(
                  line("MN1 a21026", "mn", "MN1", "factor", "a21026", "value", "35"),
                  line("MN1 a21002", "mn", "MN1", "factor", "a21002", "value", "50"));
          case PERMITS -> List.of(line("P1", "enterprise", "91140000", "permit_no", "P1"));
          case TARGETS -> List.of(line("T1", "region", "140000", "factor", "a21026"));
        };
    return new RegistrySheet(versions.size() + 1, List.of(), lines);
  }

  private static Line line(String id, String... cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int at = 0; at < cells.length; at += 2) {
      named.put(cells[at], cells[at + 1]);
    }
    return new Line(id, named);
  }

  @Override
  public List<String> faults(RegistryChange change) {
    String value = change.adds() == null ? "1" : change.adds().getOrDefault("value", "1");
    return value.matches("[0-9.]+")
        ? List.of()
        : List.of(change.book().text() + ".csv: value: " + value + " is no number");
  }

  @Override
  public int apply(RegistryChange change, Signed signed) {
    if (isAway) {
      throw new Unreachable("the broker does not answer: try again later", null);
    }
    versions.add(signed.proposedBy() + " + " + signed.approvedBy() + ": " + signed.why());
    return versions.size() + 1;
  }
}
