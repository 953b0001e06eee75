package io.touchline.streams;

import io.touchline.contract.Cause;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.MeansRecord.Judged;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Judgement;
import io.touchline.domain.Validity;
import java.time.LocalDate;
import java.util.List;

/** One factor of a mean in a row, all but which frames prove it. */
final class MeanFactorCodec {

  private static final int IS_VALID = 1;
  private static final int HAS_MASS = 2;
  private static final int HAS_JUDGEMENT = 4;
  private static final int HAS_LIMIT = 8;

  private MeanFactorCodec() {}

  static void write(MeansRecord.Factor factor, RowWriter row) {
    Judged judged = factor.judgement();
    row.bits(
        (factor.valid() ? IS_VALID : 0)
            | (factor.massMg() == null ? 0 : HAS_MASS)
            | (judged == null ? 0 : HAS_JUDGEMENT)
            | (judged == null || judged.limit() == null ? 0 : HAS_LIMIT));
    if (factor.massMg() != null) {
      row.number(factor.massMg());
    }
    if (judged != null) {
      write(judged, row);
    }
    row.number(factor.revision())
        .number(factor.revisedIn())
        .choice(factor.cause())
        .decimal(factor.value())
        .decimal(factor.converted())
        .decimal(factor.rederived())
        .optionalText(factor.unit())
        .decimal(factor.amount())
        .optionalText(factor.reason())
        .choice(factor.validity())
        .choice(factor.source());
  }

  private static void write(Judged judged, RowWriter row) {
    if (judged.limit() != null) {
      write(judged.limit(), row);
    }
    row.optionalText(judged.rule())
        .choice(judged.verdict())
        .decimal(judged.judged())
        .decimal(judged.multiple())
        .optionalText(judged.reason());
  }

  static MeansRecord.Factor read(RowReader row, List<Integer> inputs) {
    int has = row.bits();
    Long massMg = (has & HAS_MASS) == 0 ? null : Long.valueOf(row.number());
    Judged judged = (has & HAS_JUDGEMENT) == 0 ? null : judged(row, (has & HAS_LIMIT) != 0);
    int revision = Math.toIntExact(row.number());
    int revisedIn = Math.toIntExact(row.number());
    return new MeansRecord.Factor(
        revision,
        row.choice(Cause.class),
        revisedIn,
        row.decimal(),
        row.decimal(),
        row.decimal(),
        row.optionalText(),
        row.decimal(),
        massMg,
        (has & IS_VALID) != 0,
        row.optionalText(),
        row.choice(Validity.Reason.class),
        row.choice(FactorMean.Source.class),
        inputs,
        judged);
  }

  private static Judged judged(RowReader row, boolean hasLimit) {
    OutletRecord.Limit limit = hasLimit ? limit(row) : null;
    return new Judged(
        row.optionalText(),
        limit,
        row.choice(Judgement.Verdict.class),
        row.decimal(),
        row.decimal(),
        row.optionalText());
  }

  private static void write(OutletRecord.Limit limit, RowWriter row) {
    row.optionalText(limit.factor())
        .decimal(limit.lower())
        .decimal(limit.value())
        .optionalText(limit.unit())
        .choice(limit.averaging())
        .choice(limit.basis())
        .optionalText(limit.source())
        .optionalText(limit.clause())
        .optionalText(textOf(limit.validFrom()))
        .optionalText(textOf(limit.validTo()));
  }

  private static OutletRecord.Limit limit(RowReader row) {
    return new OutletRecord.Limit(
        row.optionalText(),
        row.decimal(),
        row.decimal(),
        row.optionalText(),
        row.choice(Averaging.class),
        row.choice(EmissionLimit.Basis.class),
        row.optionalText(),
        row.optionalText(),
        date(row.optionalText()),
        date(row.optionalText()));
  }

  private static String textOf(LocalDate date) {
    return date == null ? null : Long.toString(date.toEpochDay());
  }

  private static LocalDate date(String text) {
    return text == null ? null : LocalDate.ofEpochDay(Long.parseLong(text));
  }
}
