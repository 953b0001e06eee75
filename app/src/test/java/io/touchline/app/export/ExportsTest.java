package io.touchline.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.touchline.app.CommandRun;
import io.touchline.app.export.ExportFile.Format;
import io.touchline.app.proof.ProvedCase;
import io.touchline.contract.CardListRecord;
import io.touchline.contract.EnterpriseRecord;
import io.touchline.contract.Json;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.ListPeriod;
import io.touchline.domain.cases.Register;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the house, of a case with a yellow card. */
class ExportsTest {

  private static final ProvedCase CASE = ProvedCase.limited();
  private static final CaseFile FILE = CASE.file();
  private static final Instant LATER = CASE.asOf().plusSeconds(86_400);

  @TempDir private Path directory;

  @Test
  void creditHasTheSignedDecisionAndNoProposal() {
    List<CreditRow> rows = CreditRow.of(List.of(FILE), Map.of(), LATER);
    List<CreditRow> before =
        CreditRow.of(List.of(FILE), Map.of(), FILE.history().get(1).event().at());

    assertThat(before).isEmpty();
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.decision()).isEqualTo("青环限〔2026〕7号");
              assertThat(row.grounds()).containsExactly("L1");
              assertThat(row.removedOn()).isNull();
              assertThat(row.disputed()).isFalse();
            });
  }

  @Test
  void priceHasEachHourOverTheLimitWithItsBand() {
    List<MeansRecord> means = CASE.latestMeans();

    List<PriceRow> rows = PriceRow.of(means, Map.of(CASE.outlet().mn(), CASE.outlet()));

    assertThat(rows).hasSize(8);
    assertThat(rows.get(0).multiple()).hasToString("0.0429");
    assertThat(rows).extracting(PriceRow::band).containsOnly(PriceRow.Band.UNDER_ONCE);
  }

  @Test
  void taxOfAMonthWithAnHourOverLosesItsReduction() {
    OutletRecord outlet = CASE.outlet();
    TotalRecord month =
        TotalRecord.of(
            new Scope(Scope.Kind.OUTLET, outlet.mn()),
            "a21026",
            TotalPeriod.MONTH,
            ChinaTime.parse("2026-06-01T00:00:00+08:00"),
            950_000_000L,
            0,
            null,
            1);

    List<TaxRow> rows =
        TaxRow.of(YearMonth.of(2026, 6), List.of(outlet), CASE.latestMeans(), List.of(month));

    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.massKg()).hasToString("950");
              assertThat(row.equivalents()).hasToString("1000");
              assertThat(row.payablePercent()).hasToString("100");
              assertThat(row.month()).isEqualTo("2026-06");
            });
  }

  @Test
  void csvHasTheComponentsAsColumnsAndNoFormula() {
    EnterpriseRecord evil =
        new EnterpriseRecord(
            EnterpriseRecord.SCHEMA_VERSION,
            FILE.enterprise(),
            "=1+1",
            "630102",
            null,
            null,
            null,
            null,
            null);
    List<CreditRow> rows = CreditRow.of(List.of(FILE), Map.of(FILE.enterprise(), evil), LATER);

    String csv = text(ExportFile.of(Format.CSV, "credit", CreditRow.class, rows));
    String json = text(ExportFile.of(Format.JSON, "credit", CreditRow.class, rows));

    assertThat(csv)
        .startsWith("\uFEFFcreditCode,enterprise,region,caseId,card,measure,decision")
        .contains(",'=1+1,")
        .endsWith("\r\n");
    assertThat(json).startsWith("{\"schemaVersion\":1,\"export\":\"credit\",\"rows\":[{");
  }

  @Test
  void listForPrintHasEveryColumnAndIsTheSameEachTime() throws IOException {
    CardList.Draft draft = list();

    byte[] pdf = CardListPdf.of(draft);

    assertThat(CardListPdf.of(draft)).isEqualTo(pdf);
    assertThat(read(pdf))
        .contains("草稿，未公布")
        .contains("某某热电有限公司")
        .contains("P-63-1")
        .contains("青环限〔2026〕7号")
        .contains("0971-0000000")
        .contains("二氧化硫");
    if (System.getProperty("touchline.list") != null) {
      Files.write(Path.of(System.getProperty("touchline.list")), pdf);
    }
  }

  @Test
  void commandSetsAListForPrint() throws IOException {
    Path json = directory.resolve("list.json");
    Path pdf = directory.resolve("list.pdf");
    Files.writeString(json, Json.text(CardListRecord.of(list())));

    CommandRun run = CommandRun.of("export", "card-list", json.toString(), "--out", pdf.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("1 rows");
    assertThat(Files.readAllBytes(pdf)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
  }

  private static CardList.Draft list() {
    return CardList.draft(
        "630100",
        ListPeriod.of(ListPeriod.Kind.QUARTER, LocalDate.of(2026, 6, 1)),
        LATER,
        List.of(FILE),
        Map.of(
            FILE.enterprise(),
            new Register(
                FILE.enterprise(),
                "某某热电有限公司",
                "P-63-1",
                "热电联产",
                "630100",
                "西宁市",
                "城东区",
                Map.of(CASE.outlet().mn(), "1号炉排口"),
                "西宁市生态环境局",
                "0971-0000000")));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String read(byte[] pdf) throws IOException {
    try (PdfReader reader = new PdfReader(pdf)) {
      return new PdfTextExtractor(reader).getTextFromPage(1);
    }
  }
}
