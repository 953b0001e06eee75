package io.touchline.streams;

import io.touchline.contract.BarometerRecord;
import io.touchline.contract.BudgetRecord;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.Json;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.RateRecord;
import io.touchline.contract.ReadingRecord;
import io.touchline.contract.RunningMeansRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.StationKeysRecord;
import io.touchline.contract.TargetsRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An offline journal that remembers all it published. */
final class JournalFixture implements OfflineJournal.Listener, AutoCloseable {

  final List<MeansRecord> means = new ArrayList<>();
  final List<RunningMeansRecord> running = new ArrayList<>();
  final List<ExceedanceRecord> exceedances = new ArrayList<>();
  final List<TotalRecord> totals = new ArrayList<>();
  final List<BarometerRecord> barometer = new ArrayList<>();
  final List<BudgetRecord> budgets = new ArrayList<>();

  /** Keys of budgets that are no more. */
  final List<String> gone = new ArrayList<>();

  final List<RateRecord> rates = new ArrayList<>();
  final List<QualityRecord> quality = new ArrayList<>();
  final List<CommandRecord> commands = new ArrayList<>();
  final List<String> quarantined = new ArrayList<>();
  final List<String> quarantineDetails = new ArrayList<>();
  final List<byte[]> quarantinedBytes = new ArrayList<>();
  final List<byte[]> readings = new ArrayList<>();

  /** A second for each step that waits for the clock. */
  private static final int STEPS = 4;

  private final OfflineJournal journal;

  /** A journal whose registry is known to come first. */
  JournalFixture() {
    this(JournalSettings.standard().withoutWaiting());
  }

  private JournalFixture(JournalSettings settings) {
    journal = new OfflineJournal(settings, this);
  }

  /** A journal that waits for the registry as in production. */
  static JournalFixture waiting() {
    return new JournalFixture(JournalSettings.standard());
  }

  JournalFixture outlet(OutletRecord outlet) {
    journal.outlet(outlet, Frames.at(0, 0));
    return this;
  }

  JournalFixture permits(PermitsRecord record) {
    journal.permits(record, Frames.at(0, 0));
    return this;
  }

  JournalFixture targets(TargetsRecord record) {
    journal.targets(record, Frames.at(0, 0));
    return this;
  }

  /** A mark that becomes known when it is set. */
  JournalFixture mark(MarkRecord mark) {
    journal.mark(mark, mark.markedAt());
    return this;
  }

  /** A sample that becomes known when it is reported; what hangs on it is looked at then. */
  JournalFixture sample(SampleRecord sample) {
    journal.sample(sample, sample.reportedAt());
    return settle();
  }

  JournalFixture receive(byte[] frame, Instant receivedAt) {
    journal.frame(frame, receivedAt);
    return this;
  }

  /** Received when its data was due: an hour and a minute after the start of the hour. */
  JournalFixture receiveHour(int hour, String... factorsAndValues) {
    return receive(Frames.hour(hour, factorsAndValues), Frames.at(hour + 1, 1));
  }

  /** What came of the last command. */
  JournalFixture answer(CommandResultRecord.State state, Instant at) {
    CommandRecord command = commands.get(commands.size() - 1);
    journal.result(
        new CommandResultRecord(
            1,
            command.id(),
            command.mn(),
            command.command().name(),
            state,
            at,
            "gateway",
            "1",
            null,
            1,
            null,
            null,
            0,
            null,
            null));
    return this;
  }

  JournalFixture keys(StationKeysRecord keys) {
    journal.keys(keys, Frames.at(0, 1));
    return this;
  }

  /** The clock goes on while nothing comes. */
  JournalFixture pass(Duration duration) {
    journal.pass(duration);
    return this;
  }

  /** All that hangs on what came is looked at: samples, sums of the outlet, sums above it. */
  JournalFixture settle() {
    for (int second = 0; second < STEPS; second++) {
      pass(Duration.ofSeconds(1));
    }
    return this;
  }

  ReadingRecord lastReading() {
    try {
      return Json.mapper().readValue(readings.get(readings.size() - 1), ReadingRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JournalFixture endOfInput() {
    journal.endOfInput();
    return this;
  }

  MeansRecord lastMeans(AveragingPeriod period, Instant start) {
    return means.stream()
        .filter(record -> record.period() == period && record.start().equals(start))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  MeansRecord.Factor hour(int hour, String factor) {
    return lastMeans(AveragingPeriod.HOUR, Frames.at(hour, 0)).factors().get(factor);
  }

  /** The latest revision of every episode by its key. */
  Map<String, ExceedanceRecord> episodes() {
    Map<String, ExceedanceRecord> latest = new TreeMap<>();
    exceedances.forEach(record -> latest.put(record.key(), record));
    return latest;
  }

  /** The episodes that stand, as {@code state from–to periods worst}. */
  List<String> standing() {
    return episodes().values().stream()
        .filter(record -> record.state() != ExceedanceRecord.State.WITHDRAWN)
        .map(
            record ->
                record.state()
                    + " "
                    + hourOf(record.from())
                    + "-"
                    + hourOf(record.to())
                    + " "
                    + record.periods()
                    + " "
                    + record.worst())
        .toList();
  }

  private static long hourOf(Instant instant) {
    return (instant.getEpochSecond() - Frames.at(0, 0).getEpochSecond()) / 3600;
  }

  @Override
  public void means(MeansRecord record) {
    means.add(record);
  }

  @Override
  public void running(RunningMeansRecord record) {
    running.add(record);
  }

  @Override
  public void reading(byte[] json) {
    readings.add(json);
  }

  @Override
  public void exceedance(ExceedanceRecord record) {
    exceedances.add(record);
  }

  @Override
  public void rates(RateRecord record) {
    rates.add(record);
  }

  @Override
  public void total(TotalRecord record) {
    totals.add(record);
  }

  @Override
  public void barometer(BarometerRecord record) {
    barometer.add(record);
  }

  @Override
  public void budget(BudgetRecord record) {
    budgets.add(record);
  }

  @Override
  public void budgetGone(String key) {
    gone.add(key);
  }

  @Override
  public void quality(QualityRecord record) {
    quality.add(record);
  }

  @Override
  public void command(CommandRecord record) {
    commands.add(record);
  }

  @Override
  public void quarantined(byte[] frame, String reason, String detail) {
    quarantined.add(reason);
    quarantineDetails.add(detail);
    quarantinedBytes.add(frame);
  }

  @Override
  public void close() {
    journal.close();
  }

  /** A stack with an SO2 limit of 35 mg/m3, converted, at 6 % reference oxygen. */
  static OutletRecord stack(OutletRecord.Limit... limits) {
    return outlet(Frames.MN, Medium.AIR, OutletProfile.Judge.REPORTED, Decimal.of("6"), limits);
  }

  static OutletRecord outlet(
      String mn,
      Medium medium,
      OutletProfile.Judge judge,
      Decimal referenceOxygen,
      OutletRecord.Limit... limits) {
    return outlet(mn, medium, judge, referenceOxygen, null, limits);
  }

  static OutletRecord outlet(
      String mn,
      Medium medium,
      OutletProfile.Judge judge,
      Decimal referenceOxygen,
      Integer minuteInterval,
      OutletRecord.Limit... limits) {
    return new OutletRecord(
        1,
        mn,
        "DA001",
        "1号机组",
        "91630000MA00000001",
        "模拟电厂",
        "630100",
        "西宁市",
        medium,
        "coal boiler",
        referenceOxygen,
        minuteInterval,
        judge,
        "2017",
        "123456",
        LocalDate.of(2020, 1, 1),
        null,
        List.of(limits));
  }

  static OutletRecord.Limit hourLimit(String factor, String value, EmissionLimit.Basis basis) {
    return limit(factor, value, Averaging.HOUR, basis, LocalDate.of(2020, 1, 1));
  }

  static OutletRecord.Limit limit(
      String factor,
      String value,
      Averaging averaging,
      EmissionLimit.Basis basis,
      LocalDate validFrom) {
    boolean gas = factor.startsWith("a");
    return new OutletRecord.Limit(
        factor,
        null,
        Decimal.of(value),
        gas ? "mg/m3" : "mg/L",
        averaging,
        basis,
        "permit 2026-1",
        "table 3",
        validFrom,
        null);
  }

  /** The same outlet of another enterprise and region. */
  static OutletRecord of(String enterprise, OutletRecord o, String region) {
    return new OutletRecord(
        o.schemaVersion(),
        o.mn(),
        o.code(),
        o.name(),
        enterprise,
        o.enterpriseName(),
        region,
        o.regionName(),
        o.medium(),
        o.facility(),
        o.referenceOxygen(),
        o.minuteInterval(),
        o.judge(),
        o.edition(),
        o.password(),
        o.validFrom(),
        o.validTo(),
        o.limits());
  }
}
