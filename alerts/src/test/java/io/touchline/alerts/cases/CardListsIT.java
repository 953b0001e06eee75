package io.touchline.alerts.cases;

import static io.touchline.alerts.cases.CaseScene.ELSEWHERE;
import static io.touchline.alerts.cases.CaseScene.HEAD;
import static io.touchline.alerts.cases.CaseScene.LEGAL;
import static io.touchline.alerts.cases.CaseScene.OFFICER;
import static io.touchline.alerts.cases.CaseScene.XINING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.Decision;
import io.touchline.domain.cases.ListPeriod;
import io.touchline.domain.cases.ListRow;
import io.touchline.domain.cases.Signature.Signatory;
import io.touchline.domain.cases.Stage;
import io.touchline.fixtures.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardListsIT {

  private static final ListPeriod QUARTER =
      ListPeriod.of(ListPeriod.Kind.QUARTER, LocalDate.parse("2026-01-05"));

  private static TestPostgres postgres;

  @TempDir Path folder;

  private CaseScene given;

  @BeforeAll
  static void startServer() {
    postgres = TestPostgres.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    postgres.close();
  }

  @BeforeEach
  void open() {
    given = new CaseScene(postgres.newDatabase()).registered();
  }

  @AfterEach
  void close() {
    given.close();
  }

  @Test
  void proposalIsOnNoListAndASignedDecisionIs() {
    given.exceeds("2026-01-04");
    given.verified();
    assertThat(drafted().content().rows()).isEmpty();

    given.does(
        HEAD, given.decided(io.touchline.domain.cases.Measure.LIMIT, "D-1", "L1@2015-01-01"));

    assertThat(drafted().content().rows())
        .singleElement()
        .extracting(
            ListRow::enterprise,
            ListRow::county,
            ListRow::permit,
            ListRow::colour,
            ListRow::decision)
        .containsExactly("某某化工有限公司", "城中区", "P-63-1", Stage.Card.YELLOW, "D-1");
  }

  @Test
  void listIsPublishedByAnotherThanWhoReviewedIt() {
    given.limited();
    assertThat(publish(HEAD)).isInstanceOf(CardLists.Refused.class);
    drafted();
    assertThat(publish(HEAD)).isInstanceOf(CardLists.Refused.class);
    assertThat(given.lists.review(OFFICER, XINING, QUARTER)).isInstanceOf(CardLists.Done.class);
    assertThat(publish(OFFICER)).isInstanceOf(CardLists.Refused.class);
    assertThat(given.lists.published(XINING, QUARTER)).isEmpty();

    assertThat(publish(HEAD)).isInstanceOf(CardLists.Done.class);

    assertThat(given.lists.published(XINING, QUARTER)).isPresent();
    assertThat(given.strings("select key from alerts.outbox where kind = 'CARD_LIST'"))
        .containsExactly("630100|2026Q1|1");
  }

  @Test
  void whatIsPublishedStaysAndACorrectionIsAnotherVersionWithItsNote() {
    published();
    assertThatThrownBy(() -> given.sql("update alerts.card_list set content = '{}'"))
        .hasStackTraceContaining("published list stays");
    assertThatThrownBy(() -> given.sql("delete from alerts.card_list"))
        .hasStackTraceContaining("published list stays");
    assertThat(given.lists.draft(OFFICER, XINING, QUARTER, "nothing changed"))
        .isInstanceOf(CardLists.Refused.class);
    given.does(
        LEGAL,
        new Decision.DecisionCancelled(
            given.signed(Signatory.LEGAL_OFFICER, "ruling 1"), "D-1", "court"));
    assertThat(given.lists.draft(OFFICER, XINING, QUARTER, " "))
        .isInstanceOf(CardLists.Refused.class);

    given.lists.draft(OFFICER, XINING, QUARTER, "法院撤销 D-1");
    given.lists.review(OFFICER, XINING, QUARTER);
    publish(HEAD);

    CardList.Published now = given.lists.published(XINING, QUARTER).orElseThrow();
    assertThat(now.content().version()).isEqualTo(2);
    assertThat(now.content().note()).isEqualTo("法院撤销 D-1");
    assertThat(now.content().rows()).isEmpty();
    assertThat(given.lists.published(XINING, QUARTER, 1).orElseThrow().content().rows()).hasSize(1);
    assertThat(given.lists.published("63", 10)).hasSize(1);
    assertThat(given.lists.published("14", 10)).isEmpty();
    assertThat(given.check.tables().faults()).isEmpty();
  }

  @Test
  void listOfAMonthStandsBesideThatOfItsQuarter() {
    published();
    ListPeriod month = ListPeriod.of(ListPeriod.Kind.MONTH, LocalDate.parse("2026-01-05"));

    given.lists.draft(OFFICER, XINING, month, null);

    assertThat(given.lists.latest(OFFICER, XINING, month).orElseThrow().content().rows())
        .hasSize(1);
    assertThat(given.lists.latest(ELSEWHERE, XINING, month)).isEmpty();
    assertThat(given.lists.draft(ELSEWHERE, XINING, month, null))
        .isInstanceOf(CardLists.Refused.class);
  }

  @Test
  void changedListIsFound() {
    published();
    given.sql(
        "set session_replication_role = replica",
        "update alerts.card_list set content = (replace(content::text, 'D-1', 'D-9'))::json",
        "reset session_replication_role");

    assertThat(given.check.tables().faults())
        .singleElement()
        .extracting(CaseCheck.Fault::kind)
        .isEqualTo(CaseCheck.Kind.CHANGED);
  }

  @Test
  void everyFormatHasTheSameCells() throws IOException {
    published();
    CardList.Published list = given.lists.published(XINING, QUARTER).orElseThrow();
    ListExport export = new ListExport(content -> "%PDF".getBytes(StandardCharsets.UTF_8));

    assertThat(text(export.bytes(list, ListExport.Format.CSV)))
        .contains("统一社会信用代码", CaseScene.ENTERPRISE, "某某化工有限公司");
    assertThat(text(export.bytes(list, ListExport.Format.JSON)))
        .contains("\"state\":\"PUBLISHED\"", CaseScene.ENTERPRISE);
    // Chinese stands there as references to characters: 限制生产.
    assertThat(unzipped(export.bytes(list, ListExport.Format.XLSX)))
        .contains("P-63-1", CaseScene.ENTERPRISE, "&#x9650;&#x5236;&#x751f;&#x4ea7;");
    assertThat(text(export.bytes(list, ListExport.Format.PDF))).isEqualTo("%PDF");
    assertThatThrownBy(() -> new ListExport(null).bytes(list, ListExport.Format.PDF))
        .hasMessageContaining("XLSX");
    assertThat(ListExport.fileName(list.content(), ListExport.Format.XLSX))
        .isEqualTo("cards-630100-2026Q1-v1.xlsx");
  }

  private void published() {
    given.limited();
    drafted();
    given.lists.review(OFFICER, XINING, QUARTER);
    assertThat(publish(HEAD)).isInstanceOf(CardLists.Done.class);
  }

  private CardList drafted() {
    CardLists.Answer answer = given.lists.draft(OFFICER, XINING, QUARTER, null);
    return ((CardLists.Done) answer).list();
  }

  private CardLists.Answer publish(Participant who) {
    return given.lists.publish(who, XINING, QUARTER, given.signed(Signatory.HEAD, "公告 3 号"));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String unzipped(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("list.xlsx"), bytes);
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        all.append(text(zip.getInputStream(entry).readAllBytes()));
      }
    }
    return all.toString();
  }
}
