package io.touchline.app.proof;

import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.DossierRecord;
import io.touchline.contract.EnterpriseRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.FrameRecord;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.RegionRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Mark;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleKind;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.hj212.EscapedLine;
import io.touchline.streams.FrameHash;
import io.touchline.streams.JournalSettings;
import io.touchline.streams.OfflineJournal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The material of a case as the journal would have published it, without a broker. */
final class MaterialFixture implements OfflineJournal.Listener {

  static final Instant FIRST = ChinaTime.parse("2026-06-01T00:00:00+08:00");

  /** Fifty kilograms a day, which the stack is always over. */
  private static final PermitsRecord PERMITS =
      PermitsRecord.of(
          CaseFixture.ENTERPRISE,
          List.of(
              new PermittedAmount(
                  "P-63-1",
                  "a21026",
                  Decimal.of("0.05"),
                  PermittedAmount.Period.DAY,
                  LocalDate.of(2020, 1, 1),
                  null,
                  "table 6")));

  private final List<MeansRecord> means = new ArrayList<>();
  private final List<ExceedanceRecord> exceedances = new ArrayList<>();
  private final List<TotalRecord> totals = new ArrayList<>();
  private final List<FrameRecord> frames = new ArrayList<>();
  private final List<MarkRecord> marks = new ArrayList<>();
  private final OfflineJournal journal =
      new OfflineJournal(JournalSettings.standard().withoutWaiting(), this);

  /** Frames of so many days, the exceedances in the last of them. */
  static MaterialFixture ofDays(int days, int quietDays) {
    MaterialFixture fixture = new MaterialFixture();
    fixture.journal.permits(PERMITS, Instant.EPOCH);
    fixture.journal.outlet(outlet(), Instant.EPOCH);
    StackFrames.hours(FIRST, days * 24, quietDays).forEach(fixture::frame);
    fixture.journal.endOfInput();
    return fixture;
  }

  static OutletRecord outlet() {
    return new OutletRecord(
        OutletRecord.SCHEMA_VERSION,
        StackFrames.MN,
        "DA001",
        "1号炉排口（模拟）",
        CaseFixture.ENTERPRISE,
        "某某热电有限公司（模拟）",
        "630102",
        "城东区",
        Medium.AIR,
        null,
        Decimal.of("6"),
        null,
        OutletProfile.Judge.REPORTED,
        "2017",
        "123456",
        LocalDate.of(2020, 1, 1),
        null,
        List.of(limit(Averaging.HOUR, "35"), limit(Averaging.DAY, "25")));
  }

  static OutletRecord.Limit limit(Averaging averaging, String value) {
    return new OutletRecord.Limit(
        "a21026",
        null,
        Decimal.of(value),
        "mg/m3",
        averaging,
        EmissionLimit.Basis.CONVERTED,
        "91630000MA7XXXXX1A001P",
        "表3",
        LocalDate.of(2020, 1, 1),
        null);
  }

  void frame(StackFrames.Sent sent) {
    frames.add(
        new FrameRecord(
            "packets",
            0,
            frames.size(),
            FrameHash.of(sent.frame()),
            Sha256.of(sent.frame()),
            sent.receivedAt(),
            "gateway-1",
            "10.0.0.8:40212",
            EscapedLine.of(sent.frame())));
    journal.frame(sent.frame(), sent.receivedAt());
  }

  void mark(MarkRecord mark) {
    marks.add(mark);
    journal.mark(mark, mark.markedAt());
    for (int step = 0; step < 4; step++) {
      journal.pass(Duration.ofDays(1));
    }
  }

  static MarkRecord mark(String id, Instant from, Instant to, Instant markedAt) {
    return new MarkRecord(
        MarkRecord.SCHEMA_VERSION,
        StackFrames.MN,
        id,
        null,
        from,
        to,
        "MAINTENANCE",
        Mark.Origin.MANUAL,
        "王工",
        "探头更换",
        markedAt,
        null,
        1,
        Mark.State.SET);
  }

  private static SampleRecord sample() {
    Instant at = FIRST.plus(Duration.ofHours(10));
    return new SampleRecord(
        SampleRecord.SCHEMA_VERSION,
        StackFrames.MN,
        "XC-2026-118",
        "a21026",
        SampleKind.SUPERVISORY,
        at,
        at.plus(Duration.ofHours(1)),
        Decimal.of("31.0"),
        "mg/m3",
        null,
        EmissionLimit.Basis.CONVERTED,
        "HJ 629-2011",
        "西宁市环境监测站",
        "监测站 赵某",
        "监督性监测",
        at.plus(Duration.ofDays(2)),
        null,
        null,
        1,
        Sample.State.SET);
  }

  /** The latest revision of the latest episode of hours or days. */
  ExceedanceRecord latestEpisode(AveragingPeriod period) {
    return exceedances.stream()
        .filter(record -> record.period() == period && record.scope() == null)
        .max(
            Comparator.comparing(ExceedanceRecord::from)
                .thenComparingInt(ExceedanceRecord::revision))
        .orElseThrow();
  }

  /** The latest revision of the enterprise's mass of a day. */
  TotalRecord dayOf(Instant start) {
    return totals.stream()
        .filter(total -> total.scope() == Scope.Kind.ENTERPRISE)
        .filter(total -> total.factor().equals("a21026"))
        .filter(total -> total.period() == TotalPeriod.DAY && total.start().equals(start))
        .max(Comparator.comparingInt(TotalRecord::revision))
        .orElseThrow();
  }

  Instant lastReceipt() {
    return frames.get(frames.size() - 1).receivedAt();
  }

  /** A case that was detected, decided and served after the last frame. */
  CaseMaterial limitedCase(AveragingPeriod period) {
    Finding finding = CaseFixture.finding(latestEpisode(period));
    return material(
        new CaseFixture(lastReceipt().plusSeconds(60)).detected(finding).limited().records());
  }

  /** All that a case rests on, chosen as {@link Gathering} does. */
  CaseMaterial material(List<CaseEventRecord> events) {
    CaseHistory history = CaseHistory.of(events);
    CaseFile file = history.file();
    List<Claim> claims = history.claims();
    return new CaseMaterial(
        new DossierRecord(
            DossierRecord.SCHEMA_VERSION,
            CaseFixture.CASE,
            CaseFixture.ENTERPRISE,
            events.get(events.size() - 1).at(),
            file.state().stage(),
            file.state().card(),
            file.flags().stream().sorted().toList(),
            Dossiers.grounds(claims),
            history.records(),
            means.stream()
                .distinct()
                .sorted(
                    Comparator.comparing(MeansRecord::key).thenComparingInt(MeansRecord::revision))
                .toList(),
            List.copyOf(exceedances),
            List.copyOf(totals),
            List.copyOf(marks),
            List.of(sample()),
            new DossierRecord.Registry(
                new EnterpriseRecord(
                    EnterpriseRecord.SCHEMA_VERSION,
                    CaseFixture.ENTERPRISE,
                    "某某热电有限公司（模拟）",
                    "630102",
                    "D4412",
                    "重点排污单位",
                    null,
                    null,
                    null),
                List.of(outlet()),
                PERMITS,
                List.of(region("630102", "城东区"), region("630100", "西宁市")),
                null)),
        List.of(outlet()),
        List.of(),
        List.copyOf(frames));
  }

  private static RegionRecord region(String code, String name) {
    return new RegionRecord(RegionRecord.SCHEMA_VERSION, code, name, null, null, null);
  }

  @Override
  public void means(MeansRecord record) {
    means.add(record);
  }

  @Override
  public void exceedance(ExceedanceRecord record) {
    exceedances.add(record);
  }

  @Override
  public void total(TotalRecord record) {
    totals.add(record);
  }
}
