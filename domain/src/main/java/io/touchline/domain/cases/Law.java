package io.touchline.domain.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows of law may judge in an office: those seen in their text, and those that an officer
 * adopted by name.
 *
 * @param adopted names of rows ({@link LawRow#id}) that need a check and were adopted all the same
 * @param threeTimes how "three times over" is read
 */
public record Law(Set<String> adopted, TimesOver.Reading threeTimes) {

  public Law {
    adopted = Set.copyOf(adopted);
  }

  /** Only what was seen in its text judges. */
  public static Law asSeen() {
    return adopting();
  }

  /** And these rows too; "three times over" in the reading that condemns less. */
  public static Law adopting(String... rows) {
    return new Law(Set.of(rows), TimesOver.Reading.EXCESS);
  }

  /** The same with another reading of "three times over". */
  public Law reading(TimesOver.Reading reading) {
    return new Law(adopted, reading);
  }

  public boolean mayJudge(LawRow row) {
    return row.source().verified() || adopted.contains(row.id());
  }

  /** Why a row may not judge, and what to do; empty where it may. */
  public Optional<String> objection(LawRow row) {
    return mayJudge(row)
        ? Optional.empty()
        : Optional.of(
            "row "
                + row.id()
                + " ("
                + row.source().standard()
                + " "
                + row.source().clause()
                + ") needs a check: adopt it by name once its text was read");
  }

  /** The figure in force where its row may judge and is not off. */
  Optional<CaseNumber> number(CaseNumber.Name name, Instant at) {
    return CaseNumber.at(name, at).filter(row -> !row.isOff() && mayJudge(row));
  }
}
