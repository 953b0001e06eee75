package io.touchline.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.alerts.http.Role;
import io.touchline.alerts.words.Language;
import io.touchline.contract.Cause;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.MarkKind;
import io.touchline.domain.MarkUse;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.alert.CauseCategory;
import io.touchline.domain.alert.CloseCode;
import io.touchline.domain.alert.Figures;
import io.touchline.domain.alert.Life;
import io.touchline.domain.barometer.Level;
import io.touchline.domain.cases.Decision;
import io.touchline.domain.cases.Due;
import io.touchline.domain.cases.Duty;
import io.touchline.domain.cases.Flag;
import io.touchline.domain.cases.GroundRow;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.IssuedCard;
import io.touchline.domain.cases.Outcome;
import io.touchline.domain.cases.Signature;
import io.touchline.domain.cases.Step;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.portal.read.AlertFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

  private static final Words ZH = Words.in(Language.ZH);
  private static final Words EN = Words.in(Language.EN);

  private static final Pattern KEY =
      Pattern.compile("(?:words|words\\(\\w*\\)|words\\(\\))\\.text\\(\"([^\"]+)\"");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(ZH.keys()).isEqualTo(EN.keys()).hasSizeGreaterThan(100);
  }

  @Test
  void bothLanguagesTakeTheSameArguments() throws IOException {
    assertThat(arguments("zh")).isEqualTo(arguments("en"));
  }

  @Test
  void templatesAndCodeUseOnlyKeysThatExist() throws IOException {
    Set<String> used = new TreeSet<>();
    for (String folder : new String[] {"src/main/jte", "src/main/java"}) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher matcher = KEY.matcher(Files.readString(file));
          while (matcher.find()) {
            used.add(matcher.group(1));
          }
        }
      }
    }
    assertThat(used).hasSizeGreaterThan(60);
    // A key that ends in a point is put together; its parts are the enumerations below.
    assertThat(used).allMatch(key -> key.endsWith(".") || ZH.keys().contains(key));
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void everyStandingHasASentenceOnThePageOfEvidence(Standing standing) {
    assertThat(ZH.keys()).contains("why.answer." + standing.name());
  }

  static Stream<Enum<?>> shownConstants() {
    return Stream.<Enum<?>[]>of(
            Standing.values(),
            Role.values(),
            AlertFilter.Stage.values(),
            AlertFilter.Sort.values(),
            CauseCategory.values(),
            CloseCode.values(),
            Life.Opinion.values(),
            Figures.Measure.values(),
            TotalPeriod.values(),
            PermittedAmount.Period.values(),
            Averaging.values(),
            AveragingPeriod.values(),
            FactorMean.Source.values(),
            OutletProfile.Judge.values(),
            Medium.values(),
            EmissionLimit.Basis.values(),
            Cause.values(),
            ExceedanceRecord.State.values(),
            MarkUse.values(),
            QualityRecord.Kind.values(),
            Scope.Kind.values(),
            Level.values(),
            StationState.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("shownConstants")
  void everyConstantShownHasAWordInBothLanguages(Enum<?> constant) {
    assertThat(ZH.of(constant)).isNotBlank().isNotEqualTo(EN.of(constant));
  }

  @ParameterizedTest
  @CsvSource({
    "0, No outlet exceeds now",
    "1, 1 outlet exceeds now",
    "3, 3 outlets exceed now",
    "1200, '1,200 outlets exceed now'"
  })
  void englishCountsAsEnglishDoes(int outlets, String sentence) {
    assertThat(EN.text("watch.answer.exceeds", outlets)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @EnumSource(QualityRecord.Kind.class)
  void everyFindingHasASentence(QualityRecord.Kind kind) {
    assertThat(ZH.keys()).contains("finding." + kind.name());
  }

  @Test
  void aFindingIsSaidWithItsFiguresAndAsRecordedWhereOneIsLacking() {
    Map<String, String> evidence = Map.of("sent", "g/L", "table", "mg/L");

    assertThat(ZH.finding(QualityRecord.Kind.UNIT_NOT_CONVERTIBLE, evidence, "recorded"))
        .isEqualTo("登记单位 g/L 不能换算为 mg/L");
    assertThat(ZH.finding(QualityRecord.Kind.UNIT_NOT_CONVERTIBLE, Map.of(), "recorded"))
        .isEqualTo("recorded");
  }

  static Stream<String> caseKeys() {
    return Stream.of(
            keys("case.stage.", io.touchline.domain.cases.Stage.values()),
            keys("case.step.", Happening.values()),
            keys("case.due.", Due.State.values()),
            keys("case.card.", IssuedCard.Status.values()),
            keys("case.refused.", Outcome.Reason.values()),
            keys("case.role.", io.touchline.domain.cases.Role.values()),
            keys("case.debtor.", Duty.Debtor.values()),
            keys("case.force.", GroundRow.Force.values()),
            keys("case.option.", Flag.values()),
            keys("case.option.", Decision.CloseCode.values()),
            keys("case.option.", Decision.DocumentPart.values()),
            keys("case.option.", Step.Evidence.values()),
            keys("case.option.", Step.PlanPart.values()),
            keys("case.option.", Step.CompletionPart.values()),
            keys("case.option.", Step.Found.values()),
            keys("case.option.", Step.Milestone.values()),
            keys("case.option.", Signature.Signatory.values()),
            keys("list.change.", ListChange.Kind.values()))
        .flatMap(keys -> keys);
  }

  private static Stream<String> keys(String before, Enum<?>[] constants) {
    return Stream.of(constants).map(constant -> before + constant.name());
  }

  @ParameterizedTest
  @MethodSource("caseKeys")
  void everyWordOfACaseIsThereInBothLanguages(String key) {
    assertThat(ZH.text(key)).isNotBlank().isNotEqualTo(EN.text(key));
  }

  @ParameterizedTest
  @EnumSource(
      value = Happening.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DETECTED", "TRUTH_CHANGED"})
  void everyStepSaysBeforehandWhatWillHappen(Happening step) {
    assertThat(ZH.keys()).contains("case.what." + step.name());
  }

  static Stream<MarkKind> marks() {
    return MarkKind.all().stream();
  }

  @ParameterizedTest
  @MethodSource("marks")
  void everyMarkIsCalledByItsTermInChineseAndHasAnEnglishWord(MarkKind mark) {
    assertThat(ZH.text("enum.mark." + mark.name())).isEqualTo(mark.chinese());
    assertThat(EN.text("enum.mark." + mark.name())).isNotBlank();
  }

  @Test
  void anApostropheIsOne() {
    assertThat(EN.of(OutletProfile.Judge.REPORTED)).isEqualTo("the logger's own means");
  }

  @Test
  void aFactorIsCalledByItsNameAndAnUnknownOneByItsCode() {
    assertThat(ZH.factor("a21026")).isEqualTo("二氧化硫");
    assertThat(EN.factor("a21026")).isEqualTo("SO2");
    assertThat(ZH.factor("x99999")).isEqualTo("x99999");
  }

  @Test
  void aRegionWithoutCodeLiesInNoProvince() {
    assertThat(ZH.province("63")).isEqualTo("青海省");
    assertThat(EN.province("")).isEqualTo("Region not registered");
  }

  @Test
  void aMissingTextIsNamed() {
    assertThatThrownBy(() -> ZH.text("no.such")).hasMessageContaining("no.such");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flag C | 数据标记为 C 校准 | flagged C calibration",
        "flag x | 数据标记为 x | flagged x",
        "44 valid minutes of at least 45 | 有效分钟 44 个，少于 45 个 | 44 valid minutes of at least 45",
        "19 valid hours of at least 20 | 有效小时 19 个，少于 20 个 | 19 valid hours of at least 20",
        "a part has flag D | 其中一段：数据标记为 D 故障 | a part of it: flagged D fault",
        "marked MAINTENANCE: 44 unmarked minutes of at least 45 | 已标记维护：未标记分钟 44 个，少于 45 个 | marked maintenance: 44 unmarked minutes of at least 45",
        "marked CALIBRATION, STOPPED: 19 valid hours of at least 20 | 已标记校准、停运：有效小时 19 个，少于 20 个 | marked calibration, stopped: 19 valid hours of at least 20",
        "nothing flowed | 无流量 | nothing flowed",
        "the value is in 'ug/L', the limit in '%' | 数值单位为 ug/L，限值单位为 % | the value is in ug/L, the limit in %",
        "something new | something new | something new"
      })
  void aReasonIsSaidInBothLanguagesAndAnUnknownOneAsItIs(
      String recorded, String chinese, String english) {
    assertThat(ZH.reason(recorded)).isEqualTo(chinese);
    assertThat(EN.reason(recorded)).isEqualTo(english);
  }

  private static Set<String> arguments(String language) throws IOException {
    Set<String> arguments = new TreeSet<>();
    Path file =
        Path.of("src/main/resources/io/touchline/portal/messages_" + language + ".properties");
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (line.startsWith("#") || equals < 0) {
        continue;
      }
      Matcher matcher = ARGUMENT.matcher(line);
      while (matcher.find()) {
        arguments.add(line.substring(0, equals) + " {" + matcher.group(1) + "}");
      }
    }
    return arguments;
  }
}
