package io.touchline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.cases.Actor;
import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.CaseEvent;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Detection;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Ground;
import io.touchline.domain.cases.IssuedCard;
import io.touchline.domain.cases.ListPeriod;
import io.touchline.domain.cases.ListRow;
import io.touchline.domain.cases.Measure;
import io.touchline.domain.cases.Role;
import io.touchline.domain.cases.Stage;
import io.touchline.domain.cases.Step;
import io.touchline.domain.cases.TimesOver;
import io.touchline.domain.cases.What;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CaseRecordsTest {

  private static final Instant AT = ChinaTime.parse("2026-01-05T09:00:00.125+08:00");
  private static final String HASH = "ab".repeat(32);

  @Test
  void eventComesBackFromJsonWithAChainThatFits() {
    List<Chain.Link> links = links();
    JsonSerde<CaseEventRecord> serde = new JsonSerde<>(CaseEventRecord.class);

    List<Chain.Link> back = new ArrayList<>();
    for (Chain.Link link : links) {
      byte[] json = serde.serializer().serialize("cases", CaseEventRecord.of(link));
      back.add(serde.deserializer().deserialize("cases", json).toDomain());
    }

    assertThat(back).isEqualTo(links);
    assertThat(Chain.verify(back, null)).isInstanceOf(Chain.Intact.class);
  }

  @Test
  void detailThatWasChangedOnTheWayBreaksTheChainAtItsEvent() {
    List<Chain.Link> links = links();
    CaseEventRecord first = CaseEventRecord.of(links.get(0));
    TreeMap<String, String> details = new TreeMap<>(first.details());
    details.put("finding.worst", "35.1");
    CaseEventRecord changed =
        new CaseEventRecord(
            1,
            first.caseId(),
            first.eventId(),
            first.enterprise(),
            first.sequence(),
            first.at(),
            first.actorRole(),
            first.actorId(),
            first.law(),
            first.evidenceHash(),
            first.what(),
            details,
            first.previousHash(),
            first.hash());

    assertThat(Chain.verify(List.of(changed.toDomain(), links.get(1)), null))
        .isInstanceOfSatisfying(
            Chain.Broken.class,
            broken -> {
              assertThat(broken.eventId()).isEqualTo("e1");
              assertThat(broken.fault()).isEqualTo(Chain.Fault.CONTENT);
            });
  }

  @Test
  void realEventsCasesAndListsKeepToTheirSchemas() throws IOException {
    List<Chain.Link> links = links();
    CaseFile file = CaseFile.fold(links.stream().map(Chain.Link::event).toList());
    Chain.Head head = new Chain.Head(2, links.get(1).hash());

    assertThat(faults(CaseEventRecord.class, CaseEventRecord.of(links.get(0)))).isEmpty();
    assertThat(faults(CaseEventRecord.class, CaseEventRecord.of(links.get(1)))).isEmpty();
    assertThat(faults(CaseRecord.class, CaseRecord.of(file, head))).isEmpty();
    assertThat(faults(CardListRecord.class, CardListRecord.of(list()))).isEmpty();
  }

  @Test
  void caseSaysItsStageGroundsAndSinceWhen() {
    List<Chain.Link> links = links();
    CaseFile file = CaseFile.fold(links.stream().map(Chain.Link::event).toList());

    CaseRecord record = CaseRecord.of(file, new Chain.Head(2, links.get(1).hash()));

    assertThat(record.stage()).isEqualTo(Stage.VERIFYING);
    assertThat(record.card()).isEqualTo(Stage.Card.NONE);
    assertThat(record.grounds()).containsExactly("L1");
    assertThat(record.since()).isEqualTo(AT.plusSeconds(60));
    assertThat(record.decision()).isNull();
  }

  @Test
  void draftOfAListSaysThatItIsOneAndHasNoDocument() {
    assertThat(Json.text(CardListRecord.of(list())))
        .contains("\"period\":\"2026Q1\"", "\"state\":\"DRAFT\"", "\"maxMultiple\":\"1\"")
        .doesNotContain("document");
  }

  private static List<Chain.Link> links() {
    Chain.Link first = Chain.next(null, event("e1", AT, new Detection.Detected(finding())));
    Chain.Link second =
        Chain.next(
            first,
            event(
                "e2",
                AT.plusSeconds(60),
                new Step.WorkOrderIssued("officer Li", LocalDate.of(2026, 1, 7))));
    return List.of(first, second);
  }

  private static CaseEvent event(String id, Instant at, What what) {
    return new CaseEvent(
        "C-1",
        id,
        "91630000MA7XXXXX1A",
        at,
        new Actor(Role.SYSTEM, "case engine"),
        "L1@2015-01-01",
        HASH,
        what);
  }

  private static Finding finding() {
    Instant from = ChinaTime.parse("2026-01-04T00:00:00+08:00");
    return new Finding(
        "L1|MN1|rule|2026-01-04T00:00:00+08:00",
        Ground.L1,
        List.of("L1@2015-01-01"),
        List.of(),
        "MN1",
        "a21026",
        "rule",
        from,
        ChinaTime.parse("2026-01-05T00:00:00+08:00"),
        Decimal.of("70.0"),
        Decimal.of("35"),
        TimesOver.of(Decimal.of("70.0"), Decimal.of("35")),
        3,
        1,
        HASH,
        "over the standard");
  }

  private static CardList list() {
    ListRow row =
        new ListRow(
            "城中区",
            "某某有限公司",
            "91630000MA7XXXXX1A",
            "P-1",
            "power",
            List.of("1# stack"),
            Stage.Card.YELLOW,
            "L1 " + Ground.L1.chinese(),
            List.of("a21026"),
            Decimal.of("1"),
            3,
            Measure.LIMIT,
            "D-1",
            LocalDate.of(2026, 1, 9),
            null,
            null,
            IssuedCard.Status.RECTIFYING,
            null,
            null,
            "ecology bureau",
            "0971-0000000");
    return new CardList.Draft(
        new CardList.Content(
            "630100",
            ListPeriod.of(ListPeriod.Kind.QUARTER, LocalDate.of(2026, 2, 1)),
            AT,
            1,
            "",
            List.of(row)));
  }

  private static String faults(Class<?> type, Object record) throws IOException {
    try (InputStream in =
        CaseRecordsTest.class.getResourceAsStream(
            "/io/touchline/contract/schema/" + type.getSimpleName() + ".schema.json")) {
      JsonNode schema = Json.mapper().readTree(in);
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(schema)
          .validate(Json.mapper().readTree(Json.text(record)))
          .toString()
          .replace("[]", "");
    }
  }
}
