package io.touchline.portal.page;

import io.touchline.alerts.cases.Answer;
import io.touchline.alerts.words.Language;
import io.touchline.domain.cases.Due;
import io.touchline.domain.cases.Duty;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Flag;
import io.touchline.domain.cases.Ground;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.IssuedCard;
import io.touchline.domain.cases.LawRow;
import io.touchline.domain.cases.ListRow;
import io.touchline.domain.cases.Measure;
import io.touchline.domain.cases.Stage;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What cases and lists are called: by the rules' own terms in Chinese, by the bundle in English.
 */
public final class CaseWords {

  private final Words words;

  private CaseWords(Words words) {
    this.words = words;
  }

  public static CaseWords in(Words words) {
    return new CaseWords(words);
  }

  private boolean isChinese() {
    return words.language() == Language.ZH;
  }

  public String of(Stage stage) {
    return words.text("case.stage." + stage.name());
  }

  public String of(Happening what) {
    return words.text("case.step." + what.name());
  }

  public String of(Due.State state) {
    return words.text("case.due." + state.name());
  }

  public String of(IssuedCard.Status status) {
    return words.text("case.card." + status.name());
  }

  public String of(Flag flag) {
    return words.text("case.option." + flag.name());
  }

  public String of(Duty duty) {
    return isChinese() ? duty.chinese() : duty.english();
  }

  public String of(Measure measure) {
    return isChinese() ? measure.chinese() : measure.english();
  }

  public String of(Ground ground) {
    return ground.name() + " " + (isChinese() ? ground.chinese() : ground.english());
  }

  /** A row of law with its clause, and whether its text was seen. */
  public String of(LawRow row) {
    String clause = row.source().standard() + " " + row.source().clause();
    return row.source().verified() ? clause : clause + " " + words.text("case.unseen");
  }

  /** What a form offers to choose. */
  public String option(String field, String option) {
    if (field.equals("ground")) {
      return of(Ground.valueOf(option));
    }
    if (field.equals("measure")) {
      return of(Measure.valueOf(option));
    }
    String key = "case.option." + option;
    return words.has(key) ? words.text(key) : option;
  }

  /** Grounds as a list has them, in this language. */
  public String grounds(ListRow row) {
    return Stream.of(row.grounds().split("; "))
        .map(text -> text.split(" ", 2)[0])
        .flatMap(code -> Arrays.stream(Ground.values()).filter(g -> g.name().equals(code)))
        .map(this::of)
        .collect(Collectors.joining("; "));
  }

  /** Pollutants by their names. */
  public String factors(ListRow row) {
    return row.factors().stream().map(words::factor).collect(Collectors.joining("、"));
  }

  /** A finding in one sentence, from its figures. */
  public String finding(Finding finding) {
    String factor = finding.factor() == null ? "" : words.factor(finding.factor());
    if (finding.worst() == null || finding.limit() == null) {
      return factor.isEmpty() ? finding.why() : factor;
    }
    return words.text("case.finding", factor, finding.worst(), finding.limit())
        + (finding.times() == null || finding.times().excess() == null
            ? ""
            : words.text(
                "case.finding.times", Figures.multiple(finding.times().excess().number())));
  }

  /** Key of the text that says why an event was refused and what to do. */
  public static String key(Answer.Refused refused) {
    if (refused instanceof Answer.AgainstTheRules rules) {
      return "case.refused." + rules.reason().name();
    }
    return refused instanceof Answer.Stale ? "case.refused.STALE" : "case.refused.TAMPERED";
  }
}
