package io.touchline.alerts.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alerts.book.Change;
import io.touchline.alerts.pipeline.Snapshot;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlertWordsTest {

  private static final AlertWords ZH = AlertWords.in(Language.ZH);
  private static final AlertWords EN = AlertWords.in(Language.EN);
  private static final Instant NINE = ChinaTime.parse("2026-11-20T09:00:00+08:00");

  @Test
  void aLineHasTheShapeOfTheField() {
    assertThat(ZH.line(alert(Change.OPENED)))
        .isEqualTo(
            "【橙色超标报警】太原市，晋能热电有限公司，2026-11-20，1号锅炉排口，二氧化硫，日均值超标，"
                + "超标0.63倍，最大57.05mg/m3（限值35），近30日超标1天。");
    assertThat(EN.line(alert(Change.OPENED)))
        .isEqualTo(
            "[orange exceedance] 太原市, 晋能热电有限公司, 2026-11-20, 1号锅炉排口, SO2,"
                + " day mean over the limit, 0.63 times over, at most 57.05 mg/m3 (limit 35),"
                + " 1 day with an exceedance of the last 30.");
  }

  @Test
  void aWithdrawalSaysThatWhatWasToldNoLongerStands() {
    assertThat(ZH.line(alert(Change.WITHDRAWN))).startsWith("【撤回，此前告警无效】太原市");
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(ZH.keys()).isEqualTo(EN.keys()).hasSizeGreaterThan(80);
  }

  static Stream<Enum<?>> constants() {
    return Stream.<Enum<?>[]>of(
            Grade.values(), Grade.Colour.values(), Subject.values(), Change.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("constants")
  void everyConstantHasItsWord(Enum<?> constant) {
    assertThat(ZH.of(constant)).isNotBlank().isNotEqualTo(EN.of(constant));
  }

  @ParameterizedTest
  @EnumSource(QualityRecord.Kind.class)
  void everyFindingHasItsWord(QualityRecord.Kind kind) {
    assertThat(ZH.keys()).contains("finding." + kind);
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void everyChangeHasALineAndATitle(Change change) {
    for (AlertWords words : List.of(ZH, EN)) {
      assertThat(words.line(alert(change))).doesNotContain("{", "null");
      assertThat(words.title(List.of(alert(change), alert(change)))).contains("2");
    }
  }

  private static Snapshot alert(Change change) {
    return new Snapshot(
        new UUID(0, 1),
        change,
        Subject.DAY,
        Grade.EXCEEDANCE,
        "rule",
        "MN1",
        "1号锅炉排口",
        "91140000",
        "晋能热电有限公司",
        "140100",
        "太原市",
        "a21026",
        NINE,
        NINE.plusSeconds(3600),
        1,
        1,
        Decimal.of("57.05"),
        "35",
        "mg/m3",
        Decimal.of("0.63"),
        1,
        null,
        null);
  }
}
