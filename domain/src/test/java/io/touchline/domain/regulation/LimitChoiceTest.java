package io.touchline.domain.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Unit;
import io.touchline.domain.regulation.LimitChoice.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitChoiceTest {

  private static final Instant DAY = ChinaTime.parse("2026-03-01T00:00:00+08:00");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // rank and figure of each row; which judges; what is said of the others, in their order
        "PERMIT 30, SECTOR_STANDARD 50                    | 0 | LAXER",
        "PERMIT 80, SECTOR_STANDARD 50                    | 1 | LAXER",
        "SECTOR_STANDARD 50, PERMIT 50                    | 1 | SAME",
        "GENERAL_STANDARD 40, SECTOR_STANDARD 50          | 1 | SECTOR_STANDARD_HOLDS",
        "GENERAL_STANDARD 40, PERMIT 50                   | 0 | LAXER",
        "GENERAL_STANDARD 40                              | 0 | ''",
        "LOCAL_STANDARD 35, SPECIAL_LIMIT 35, PERMIT 35   | 2 | SAME SAME",
        "SPECIAL_LIMIT 35, LOCAL_STANDARD 35              | 1 | SAME",
        "SECTOR_STANDARD 35, SPECIAL_LIMIT 35             | 1 | SAME",
        "SPECIAL_LIMIT 20, PERMIT 30, SECTOR_STANDARD 100 | 0 | LAXER LAXER",
        "PERMIT 5, LOCAL_STANDARD 5, SPECIAL_LIMIT 10, SECTOR_STANDARD 30 | 0 | SAME LAXER LAXER",
      })
  void theStrictestJudgesAndBetweenEqualsTheFirstByRank(String rows, int chosen, String reasons) {
    List<LimitCandidate> candidates = candidates(rows);

    LimitChoice choice = choose(candidates);

    assertThat(choice.chosen()).isEqualTo(candidates.get(chosen));
    assertThat(choice.passedOver().stream().map(each -> each.reason().name()))
        .containsExactlyInAnyOrder(reasons.isEmpty() ? new String[0] : reasons.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, , 1, LAXER",
    "2026-03-02, , 0, NOT_IN_FORCE",
    "2020-01-01, 2026-02-28, 0, NOT_IN_FORCE",
    "2020-01-01, 2026-03-01, 1, LAXER",
  })
  void aRowJudgesFromItsFirstDayToItsLast(LocalDate from, LocalDate to, int chosen, Reason said) {
    List<LimitCandidate> candidates =
        List.of(
            row(Rank.SECTOR_STANDARD, "50", "mg/m3", LocalDate.of(2012, 1, 1), null),
            row(Rank.PERMIT, "30", "mg/m3", from, to));

    LimitChoice choice = choose(candidates);

    assertThat(choice.chosen()).isEqualTo(candidates.get(chosen));
    assertThat(choice.passedOver())
        .extracting(LimitChoice.PassedOver::reason)
        .containsExactly(said);
  }

  @Test
  void ofOneClauseTheNewestRowInForceCountsThoughItIsLaxer() {
    LimitCandidate old = row(Rank.PERMIT, "30", "mg/m3", LocalDate.of(2020, 1, 1), null);
    LimitCandidate renewed = row(Rank.PERMIT, "40", "mg/m3", LocalDate.of(2025, 1, 1), null);
    LimitCandidate coming = row(Rank.PERMIT, "20", "mg/m3", LocalDate.of(2027, 1, 1), null);

    LimitChoice choice = choose(List.of(old, renewed, coming));

    assertThat(choice.chosen()).isEqualTo(renewed);
    assertThat(choice.passedOver())
        .extracting(LimitChoice.PassedOver::reason)
        .containsExactly(Reason.SUPERSEDED, Reason.NOT_IN_FORCE);
  }

  @Test
  void anUnverifiedRowJudgesOnlyWhereItWasAdoptedByName() {
    StandardLimit row =
        StandardLimit.rows().stream()
            .filter(each -> each.name().equals("GB 13223-2011 表2 特别排放限值"))
            .filter(each -> each.limit().factor().equals("a34013"))
            .findFirst()
            .orElseThrow();
    assertThat(row.verified()).isFalse();

    LimitChoice without = dust(LimitCandidate.ofStandard(row, Set.of()));
    assertThat(without.chosen()).isNull();
    assertThat(without.passedOver())
        .extracting(LimitChoice.PassedOver::reason)
        .containsExactly(Reason.NEEDS_ADOPTION);
    assertThat(dust(LimitCandidate.ofStandard(row, Set.of("GB 13223-2011 表1"))).chosen()).isNull();
    assertThat(dust(LimitCandidate.ofStandard(row, Set.of(row.name()))).chosen()).isNotNull();
    assertThat(dust(LimitCandidate.ofStandard(row, Set.of("GB 13223-2011"))).chosen()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, mg/L, 50, ug/L, 1",
    "0.1, mg/L, 200, ug/L, 0",
    "0.05, mg/L, 50, ug/L, 0",
    "10, mg/m3, 9000000, ng/m3, 1",
    "10, mg/m3, 11000, ug/m3, 0",
  })
  void rowsAreComparedAcrossUnits(
      String one, String unit, String other, String otherUnit, int chosen) {
    List<LimitCandidate> candidates =
        List.of(
            row(Rank.PERMIT, one, unit, LocalDate.of(2012, 1, 1), null),
            row(Rank.SECTOR_STANDARD, other, otherUnit, LocalDate.of(2012, 1, 1), null));

    assertThat(choose(candidates).chosen()).isEqualTo(candidates.get(chosen));
    assertThat(LimitChoice.isLaxer(candidates.get(0).limit(), candidates.get(1).limit()))
        .isEqualTo(chosen == 1);
  }

  @Test
  void aNarrowerRangeIsTheStricter() {
    assertThat(LimitChoice.isLaxer(range("6", "9"), range("6.5", "9"))).isTrue();
    assertThat(LimitChoice.isLaxer(range("6", "9"), range("6", "8.5"))).isTrue();
    assertThat(LimitChoice.isLaxer(range("6", "9"), range("6", "9"))).isFalse();
  }

  @Test
  void aFactorOfWhichNoRowSpeaksHasNoChoice() {
    assertThat(LimitChoice.of(candidates("PERMIT 30"), "a34013", Averaging.HOUR, DAY)).isEmpty();
    assertThat(LimitChoice.of(candidates("PERMIT 30"), "a21026", Averaging.DAY, DAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "91630121000000019P001P | table 3         | PERMIT",
        "DB14/T 1703-2018       | 限值表           | LOCAL_STANDARD",
        "GB 13223-2011          | 表2 特别排放限值 | SPECIAL_LIMIT",
        "环大气〔2019〕35号       | 超低排放指标限值表 | SPECIAL_LIMIT",
        "GB 13223-2011          | 表1             | SECTOR_STANDARD",
        "GB 8978-1996           | 表4 一级         | GENERAL_STANDARD",
      })
  void theRankOfARegisteredRowFollowsFromItsDocument(String source, String clause, Rank rank) {
    assertThat(Rank.of(source, clause)).isEqualTo(rank);
  }

  @ParameterizedTest
  @EnumSource(value = Rank.class, names = "PERMIT", mode = EnumSource.Mode.EXCLUDE)
  void everyShippedRowHasTheRankThatItsDocumentSays(Rank rank) {
    assertThat(StandardLimit.rows())
        .filteredOn(row -> row.rank() == rank)
        .isNotEmpty()
        .allSatisfy(
            row -> assertThat(Rank.of(row.limit().source(), row.limit().clause())).isEqualTo(rank));
  }

  private static LimitChoice choose(List<LimitCandidate> candidates) {
    return LimitChoice.of(candidates, "a21026", Averaging.HOUR, DAY).orElseThrow();
  }

  private static LimitChoice dust(LimitCandidate candidate) {
    return LimitChoice.of(List.of(candidate), "a34013", Averaging.HOUR, DAY).orElseThrow();
  }

  private static List<LimitCandidate> candidates(String rows) {
    String[] each = rows.split(", ", -1);
    return IntStream.range(0, each.length)
        .mapToObj(
            at -> {
              String[] words = each[at].split(" ", -1);
              return row(Rank.valueOf(words[0]), words[1], "mg/m3", LocalDate.of(2012, 1, 1), null);
            })
        .toList();
  }

  private static LimitCandidate row(
      Rank rank, String value, String unit, LocalDate from, LocalDate to) {
    return new LimitCandidate(
        rank,
        new EmissionLimit(
            "a21026",
            null,
            Decimal.of(value),
            Unit.of(unit),
            Averaging.HOUR,
            EmissionLimit.Basis.CONVERTED,
            rank.name(),
            "table",
            from,
            to),
        true);
  }

  private static EmissionLimit range(String lower, String upper) {
    return new EmissionLimit(
        "w01001",
        Decimal.of(lower),
        Decimal.of(upper),
        Unit.NONE,
        Averaging.DAY,
        EmissionLimit.Basis.MEASURED,
        "x",
        "y",
        LocalDate.of(2012, 1, 1),
        null);
  }
}
