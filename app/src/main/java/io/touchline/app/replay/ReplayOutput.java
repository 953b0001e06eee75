package io.touchline.app.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.touchline.contract.BarometerRecord;
import io.touchline.contract.BudgetRecord;
import io.touchline.contract.Cause;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.Json;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.RateRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Judgement;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.streams.OfflineJournal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes what the journal publishes: {@code means.jsonl}, {@code exceedances.jsonl}, {@code
 * totals.jsonl}, {@code budgets.jsonl}, {@code barometer.jsonl}, {@code rates.jsonl}, {@code
 * quality.jsonl} and {@code quarantine.jsonl}, one published revision a line, in order. What the
 * journal would ask of loggers is not written: nobody is there to answer.
 */
final class ReplayOutput implements OfflineJournal.Listener, AutoCloseable {

  /** One revision of one factor's mean. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record MeanLine(
      String mn,
      AveragingPeriod period,
      Instant start,
      String factor,
      Decimal value,
      Decimal converted,
      String unit,
      Long massMg,
      boolean valid,
      String reason,
      int revision,
      Cause cause,
      FactorMean.Source source) {}

  /** One revision of one episode. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record ExceedanceLine(
      String mn,
      String factor,
      String rule,
      String limit,
      Decimal worst,
      Decimal multiple,
      Instant from,
      Instant to,
      int periods,
      ExceedanceRecord.State state,
      int revision,
      @JsonInclude(JsonInclude.Include.NON_NULL) Scope.Kind scope) {}

  /** One finding about a station or its data; a later line of the same beginning ends it. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record QualityLine(
      String mn,
      String factor,
      QualityRecord.Kind kind,
      Instant from,
      Instant to,
      Decimal score,
      String detail,
      int revision,
      boolean withdrawn) {}

  /** One revision of one sum. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record TotalLine(
      Scope.Kind scope,
      String id,
      String factor,
      TotalPeriod period,
      Instant start,
      long massMg,
      long substitutedMg,
      Long permittedMg,
      Decimal share,
      int outlets,
      int revision,
      @JsonInclude(JsonInclude.Include.NON_NULL) String unit) {}

  /** One revision of one factor's counters of a day. */
  private record RateLine(
      String mn,
      LocalDate day,
      String factor,
      @JsonUnwrapped RateRecord.Factor rate,
      int revision) {}

  @JsonPropertyOrder({"line", "reason", "detail"})
  private record QuarantineLine(long line, String reason, String detail) {}

  private final BufferedWriter means;
  private final BufferedWriter exceedances;
  private final BufferedWriter totals;
  private final BufferedWriter budgets;
  private final BufferedWriter barometer;
  private final BufferedWriter rates;
  private final BufferedWriter quality;
  private final BufferedWriter quarantine;
  private final Map<String, Judgement.Verdict> verdicts = new HashMap<>();
  private final Map<String, ExceedanceRecord.State> episodes = new HashMap<>();
  private final Path directory;
  private final WhyAnswer why;
  private final Verdicts finals;
  private long line;
  private long quarantined;

  /**
   * @param why hears the means too; null where nothing was asked
   * @param finals hears means and sums too; null where nobody compares
   */
  ReplayOutput(Path directory, WhyAnswer why, Verdicts finals) throws IOException {
    this.directory = directory;
    this.why = why;
    this.finals = finals;
    Files.createDirectories(directory);
    means = Files.newBufferedWriter(directory.resolve("means.jsonl"));
    exceedances = Files.newBufferedWriter(directory.resolve("exceedances.jsonl"));
    totals = Files.newBufferedWriter(directory.resolve("totals.jsonl"));
    budgets = Files.newBufferedWriter(directory.resolve("budgets.jsonl"));
    barometer = Files.newBufferedWriter(directory.resolve("barometer.jsonl"));
    rates = Files.newBufferedWriter(directory.resolve("rates.jsonl"));
    quality = Files.newBufferedWriter(directory.resolve("quality.jsonl"));
    quarantine = Files.newBufferedWriter(directory.resolve("quarantine.jsonl"));
  }

  /** What follows comes of this line of input. */
  void line(long number) {
    line = number;
  }

  @Override
  public void means(MeansRecord record) {
    if (why != null) {
      why.means(record);
    }
    if (finals != null) {
      finals.means(record);
    }
    record
        .factors()
        .forEach(
            (name, factor) -> {
              if (factor.revisedIn() == record.revision()) {
                write(means, line(record, name, factor));
                verdicts.put(
                    record.key() + '|' + name,
                    factor.judgement() == null ? null : factor.judgement().verdict());
              }
            });
  }

  @Override
  public void exceedance(ExceedanceRecord record) {
    episodes.put(record.key(), record.state());
    write(
        exceedances,
        new ExceedanceLine(
            record.mn(),
            record.factor(),
            record.rule(),
            figure(record.limit()),
            record.worst(),
            record.multiple(),
            record.from(),
            record.to(),
            record.periods(),
            record.state(),
            record.revision(),
            record.scope()));
  }

  @Override
  public void budget(BudgetRecord record) {
    write(budgets, record);
  }

  @Override
  public void barometer(BarometerRecord record) {
    write(barometer, record);
  }

  @Override
  public void rates(RateRecord record) {
    record
        .factors()
        .forEach(
            (factor, rate) ->
                write(
                    rates,
                    new RateLine(record.mn(), record.day(), factor, rate, record.revision())));
  }

  @Override
  public void total(TotalRecord record) {
    if (finals != null) {
      finals.total(record);
    }
    write(
        totals,
        new TotalLine(
            record.scope(),
            record.id(),
            record.factor(),
            record.period(),
            record.start(),
            record.massMg(),
            record.substitutedMg(),
            record.permittedMg(),
            record.share(),
            record.outlets(),
            record.revision(),
            record.unit()));
  }

  @Override
  public void quality(QualityRecord record) {
    write(
        quality,
        new QualityLine(
            record.mn(),
            record.factor(),
            record.kind(),
            record.from(),
            record.to(),
            record.score(),
            record.detail(),
            record.revision(),
            record.withdrawn()));
  }

  @Override
  public void quarantined(byte[] frame, String reason, String detail) {
    quarantined++;
    write(quarantine, new QuarantineLine(line, reason, detail));
  }

  /** Writes {@code why.json}. */
  void why(WhyAnswer.Explained explained) throws IOException {
    Files.writeString(
        directory.resolve("why.json"),
        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(explained) + '\n');
  }

  ReplaySummary summary(long frames) {
    Map<ExceedanceRecord.State, Long> states = new EnumMap<>(ExceedanceRecord.State.class);
    episodes.values().forEach(state -> states.merge(state, 1L, Long::sum));
    return new ReplaySummary(
        frames,
        quarantined,
        judged(AveragingPeriod.HOUR, Judgement.Verdict.COMPLIANT)
            + judged(AveragingPeriod.HOUR, Judgement.Verdict.EXCEEDS),
        judged(AveragingPeriod.HOUR, Judgement.Verdict.EXCEEDS),
        judged(AveragingPeriod.DAY, Judgement.Verdict.COMPLIANT)
            + judged(AveragingPeriod.DAY, Judgement.Verdict.EXCEEDS),
        judged(AveragingPeriod.DAY, Judgement.Verdict.EXCEEDS),
        states.getOrDefault(ExceedanceRecord.State.OPEN, 0L),
        states.getOrDefault(ExceedanceRecord.State.CLOSED, 0L),
        states.getOrDefault(ExceedanceRecord.State.WITHDRAWN, 0L));
  }

  @Override
  public void close() throws IOException {
    means.close();
    exceedances.close();
    totals.close();
    budgets.close();
    barometer.close();
    rates.close();
    quality.close();
    quarantine.close();
  }

  private long judged(AveragingPeriod period, Judgement.Verdict verdict) {
    String mark = "|" + period + "|";
    return verdicts.entrySet().stream()
        .filter(entry -> entry.getValue() == verdict && entry.getKey().contains(mark))
        .count();
  }

  private static MeanLine line(MeansRecord record, String name, MeansRecord.Factor factor) {
    return new MeanLine(
        record.mn(),
        record.period(),
        record.start(),
        name,
        factor.value(),
        factor.converted(),
        factor.unit(),
        factor.massMg(),
        factor.valid(),
        factor.reason(),
        factor.revision(),
        factor.cause(),
        factor.source());
  }

  static String figure(OutletRecord.Limit limit) {
    return limit.lower() == null ? limit.value().toString() : limit.lower() + "-" + limit.value();
  }

  private static void write(BufferedWriter out, Object value) {
    try {
      out.write(Json.text(value));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
