package io.touchline.app.registry;

import io.touchline.alerts.registry.RegistryBook;
import io.touchline.alerts.registry.RegistryChange;
import io.touchline.alerts.registry.RegistryDoor.Signed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A change of limits or permits in the files of a registry. */
final class RegistryFilesChange {

  private static final String PROPOSED = "proposed_by";
  private static final String APPROVED = "approved_by";

  private static final Map<RegistryBook, List<String>> KNOWN =
      Map.of(
          RegistryBook.LIMITS,
          List.of(
              "mn",
              "factor",
              "value",
              "unit",
              "averaging",
              "basis",
              "source",
              "clause",
              "valid_from",
              CsvFile.VALID_TO),
          RegistryBook.PERMITS,
          List.of(
              "enterprise",
              "permit_no",
              "factor",
              "amount_t",
              "amount_gwh",
              "period",
              "valid_from",
              CsvFile.VALID_TO,
              "clause",
              "base_t",
              "reduction_percent",
              "verified_on",
              "season_from",
              "season_to"));

  private RegistryFilesChange() {}

  /**
   * The files with the change made; the same files where it is made already.
   *
   * @throws IllegalArgumentException where it names a line or a column that is not there
   */
  static SortedMap<String, byte[]> make(
      SortedMap<String, byte[]> files, RegistryChange change, Signed signed) {
    String name = change.book().text() + ".csv";
    byte[] bytes = files.get(name);
    CsvFile file = bytes == null ? empty(change.book()) : CsvFile.of(bytes);
    byte[] before = file.toBytes();
    if (change.ends() != null) {
      end(file, change, name);
    }
    if (change.adds() != null) {
      file.add(signed(file, change, signed, name));
    }
    byte[] after = file.toBytes();
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    if (!Arrays.equals(before, after)) {
      changed.put(name, after);
    }
    return changed;
  }

  private static CsvFile empty(RegistryBook book) {
    List<String> columns = new ArrayList<>(KNOWN.get(book));
    columns.add(PROPOSED);
    columns.add(APPROVED);
    return CsvFile.of(columns);
  }

  private static void end(CsvFile file, RegistryChange change, String name) {
    if (!file.set(change.ends(), CsvFile.VALID_TO, change.endsOn().toString())) {
      throw new IllegalArgumentException(
          name + " has no line " + change.ends() + " any more: read it again and propose anew");
    }
  }

  /** A file older than the two columns keeps its form: the version's record says who signed. */
  private static Map<String, String> signed(
      CsvFile file, RegistryChange change, Signed signed, String name) {
    Map<String, String> cells = new TreeMap<>(change.adds());
    for (String column : cells.keySet()) {
      if (column.equals(PROPOSED) || column.equals(APPROVED)) {
        throw new IllegalArgumentException(column + " is filled in when the change is approved");
      }
      if (!file.columns().contains(column) && !KNOWN.get(change.book()).contains(column)) {
        throw new IllegalArgumentException(
            name + " has no column " + column + "; it has " + String.join(", ", file.columns()));
      }
    }
    if (file.columns().contains(PROPOSED) || file.columns().contains(APPROVED)) {
      cells.put(PROPOSED, signed.proposedBy());
      cells.put(APPROVED, signed.approvedBy());
    }
    return cells;
  }
}
