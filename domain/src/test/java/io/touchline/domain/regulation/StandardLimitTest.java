package io.touchline.domain.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Averaging;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorBook;
import io.touchline.domain.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StandardLimitTest {

  @Test
  void everyRowNamesFacilitiesThatAreKnown() {
    Set<String> known =
        RegulatedFacility.all().stream().map(RegulatedFacility::code).collect(Collectors.toSet());

    assertThat(StandardLimit.rows()).hasSizeGreaterThan(300);
    assertThat(StandardLimit.rows())
        .allSatisfy(row -> assertThat(known).containsAll(row.facilities()));
  }

  @Test
  void everyFacilityHasRowsAndNamesOfItsOwnInBothLanguages() {
    assertThat(RegulatedFacility.all())
        .allSatisfy(facility -> assertThat(StandardLimit.of(facility, "140000")).isNotEmpty());
    assertThat(RegulatedFacility.all())
        .extracting(RegulatedFacility::chinese)
        .doesNotHaveDuplicates();
    assertThat(RegulatedFacility.all())
        .extracting(RegulatedFacility::english)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyFigureIsAConcentrationOrAPhRange() {
    assertThat(StandardLimit.rows())
        .allSatisfy(
            row -> {
              EmissionLimit limit = row.limit();
              if (FactorBook.isPh(limit.factor())) {
                assertThat(limit.isRange()).isTrue();
              } else {
                Unit base = limit.factor().startsWith("a") ? Unit.MG_PER_M3 : Unit.MG_PER_L;
                assertThat(limit.unit().convertsTo(base)).isTrue();
                assertThat(limit.value().isNegative() || limit.value().isZero()).isFalse();
              }
            });
  }

  @Test
  void noRowStandsTwiceForOneFacilityClauseAndDay() {
    Set<List<Object>> seen = new HashSet<>();
    for (StandardLimit row : StandardLimit.rows()) {
      for (String facility : row.facilities()) {
        EmissionLimit limit = row.limit();
        assertThat(
                seen.add(
                    List.of(
                        facility,
                        limit.factor(),
                        limit.averaging(),
                        row.name(),
                        limit.validFrom())))
            .as("%s of %s", limit.rule(), facility)
            .isTrue();
      }
    }
  }

  @Test
  void whatHoldsOnceARegionIsNamedByANoticeIsNotVerified() {
    assertThat(StandardLimit.rows())
        .filteredOn(row -> row.rank() == Rank.SPECIAL_LIMIT)
        .isNotEmpty()
        .noneMatch(StandardLimit::verified);
  }

  @Test
  void aLocalStandardHoldsInItsProvinceAlone() {
    RegulatedFacility boiler = RegulatedFacility.named("COAL_POWER_NEW").orElseThrow();

    assertThat(StandardLimit.of(boiler, "140214"))
        .anyMatch(row -> row.rank() == Rank.LOCAL_STANDARD);
    assertThat(StandardLimit.of(boiler, "630121"))
        .noneMatch(row -> row.rank() == Rank.LOCAL_STANDARD);
    assertThat(StandardLimit.of(boiler, null))
        .isNotEmpty()
        .noneMatch(row -> row.rank() == Rank.LOCAL_STANDARD);
  }

  @Test
  void ultraLowFiguresAreHeldAgainstTheHoursOfAMonthWhereTheTextCountsThem() {
    assertThat(StandardLimit.of(RegulatedFacility.named("SINTER_HEAD").orElseThrow(), "14"))
        .filteredOn(row -> row.limit().source().equals("环大气〔2019〕35号"))
        .hasSize(3)
        .allMatch(row -> row.limit().averaging() == Averaging.MONTH_SHARE);
  }

  @Test
  void aFacilityIsFoundByItsChineseName() {
    assertThat(RegulatedFacility.named("生活垃圾焚烧炉"))
        .hasValueSatisfying(found -> assertThat(found.code()).isEqualTo("INCINERATOR"));
    assertThat(RegulatedFacility.named("something else")).isEmpty();
  }
}
