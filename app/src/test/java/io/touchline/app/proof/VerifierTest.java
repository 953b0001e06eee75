package io.touchline.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.DossierRecord;
import io.touchline.contract.FrameRecord;
import io.touchline.contract.Json;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.VerificationRecord;
import io.touchline.contract.VerificationRecord.Difference;
import io.touchline.contract.VerificationRecord.Kind;
import io.touchline.contract.VerificationRecord.Verdict;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.cases.Detecting;
import io.touchline.domain.cases.Facts;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Ground;
import io.touchline.domain.cases.GroundRow;
import io.touchline.domain.cases.Law;
import io.touchline.hj212.EscapedLine;
import io.touchline.streams.FrameHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VerifierTest {

  private static final int DAYS = 3;

  private final MaterialFixture stack = MaterialFixture.ofDays(DAYS, 1);

  @Test
  void untouchedCaseMatchesInEveryFigure() {
    VerificationRecord verified = verify(stack.limitedCase(AveragingPeriod.HOUR));

    assertThat(verified.differences()).isEmpty();
    assertThat(verified.verdict()).isEqualTo(Verdict.MATCH);
    assertThat(verified.frames()).isEqualTo(DAYS * 24);
    assertThat(verified.figures()).isGreaterThan(DAYS * 24);
    assertThat(verified.notDerived()).isEmpty();
  }

  @Test
  void caseOfDayMeansMatchesThroughTheHoursThatFormedThem() {
    VerificationRecord verified = verify(stack.limitedCase(AveragingPeriod.DAY));

    assertThat(verified.differences()).isEmpty();
    assertThat(verified.verdict()).isEqualTo(Verdict.MATCH);
  }

  @Test
  void caseOfADaysMassMatchesThroughItsHours() {
    VerificationRecord verified = verify(massCase());

    assertThat(verified.differences()).isEmpty();
    assertThat(verified.verdict()).isEqualTo(Verdict.MATCH);
  }

  @Test
  void massOfADayThatTheHoursDoNotAddUpToIsFound() {
    CaseMaterial whole = massCase();
    List<FrameRecord> frames = new ArrayList<>(whole.frames());
    frames.remove(30);

    VerificationRecord verified =
        verify(new CaseMaterial(whole.dossier(), whole.outlets(), whole.keys(), frames));

    assertThat(verified.differences())
        .anySatisfy(
            difference -> {
              assertThat(difference.of()).startsWith("total ENTERPRISE|");
              assertThat(difference.figure()).isEqualTo("worst");
            });
  }

  private CaseMaterial massCase() {
    Finding finding =
        CaseFixture.finding(stack.dayOf(MaterialFixture.FIRST.plus(Duration.ofDays(1))));
    return stack.material(
        new CaseFixture(stack.lastReceipt().plusSeconds(60)).detected(finding).records());
  }

  @Test
  void changedByteOfAFrameIsFoundWithItsPlace() {
    CaseMaterial touched = withFrame(56, text -> text.replace("Avg=36.5", "Avg=34.5"), false);

    VerificationRecord verified = verify(touched);

    assertThat(verified.verdict()).isEqualTo(Verdict.MISMATCH);
    assertThat(verified.differences())
        .anySatisfy(
            difference -> {
              assertThat(difference.kind()).isEqualTo(Kind.FRAME);
              assertThat(difference.of()).isEqualTo("packets/0/56");
            });
  }

  @Test
  void frameThatWasReplacedByAnotherSoundOneIsFoundThoughItsOwnHashesFit() {
    byte[] other = StackFrames.hour(MaterialFixture.FIRST.plus(Duration.ofHours(56)), "30.0");
    CaseMaterial touched = withFrame(56, text -> EscapedLine.of(other), true);

    VerificationRecord verified = verify(touched);

    assertThat(kinds(verified)).contains(Kind.FRAME, Kind.FIGURE);
  }

  @Test
  void frameThatIsGoneIsNamed() {
    CaseMaterial whole = stack.limitedCase(AveragingPeriod.HOUR);
    List<FrameRecord> frames = new ArrayList<>(whole.frames());
    frames.remove(57);

    VerificationRecord verified =
        verify(new CaseMaterial(whole.dossier(), whole.outlets(), whole.keys(), frames));

    assertThat(verified.differences())
        .anySatisfy(
            difference -> {
              assertThat(difference.of()).isEqualTo("packets/0/57");
              assertThat(difference.is()).isNull();
            });
  }

  @Test
  void changedFigureOfAMeanIsShownBesideWhatTheFrameGives() {
    CaseMaterial touched =
        withDossier(json -> json.replaceFirst("\"value\":\"37.5\"", "\"value\":\"47.5\""));

    VerificationRecord verified = verify(touched);

    assertThat(verified.differences())
        .anySatisfy(
            difference -> {
              assertThat(difference.kind()).isEqualTo(Kind.FIGURE);
              assertThat(difference.figure()).isEqualTo("value");
              assertThat(difference.was()).isEqualTo("47.5");
              assertThat(difference.is()).isEqualTo("37.5");
              assertThat(difference.frames()).hasSize(1);
            });
  }

  @Test
  void changedFigureOfTheEpisodeIsFoundAgainstFindingAndFrames() {
    CaseMaterial touched =
        withDossier(
            json ->
                json.replace("\"worst\":\"39.5\",\"worstAt\"", "\"worst\":\"38.5\",\"worstAt\""));

    assertThat(kinds(verify(touched))).contains(Kind.FINDING, Kind.FIGURE);
  }

  @Test
  void changedFigureOfAnEventBreaksTheChain() {
    CaseMaterial touched =
        withDossier(
            json ->
                json.replace("\"signature.person\":\"局长 王某\"", "\"signature.person\":\"局长 张某\""));

    assertThat(kinds(verify(touched))).containsOnly(Kind.CHAIN);
  }

  @Test
  void eventThatWasTakenOutBreaksTheChain() {
    CaseMaterial whole = stack.limitedCase(AveragingPeriod.HOUR);
    List<CaseEventRecord> events = new ArrayList<>(whole.dossier().events());
    events.remove(1);

    assertThat(kinds(verify(withEvents(whole, events)))).contains(Kind.CHAIN);
  }

  @Test
  void markThatWasPutInAfterwardsChangesFiguresAndIsFound() {
    CaseMaterial whole = stack.limitedCase(AveragingPeriod.HOUR);
    Instant from = MaterialFixture.FIRST.plus(Duration.ofHours(56));
    MarkRecord mark =
        MaterialFixture.mark(
            "M-1", from, from.plus(Duration.ofHours(1)), from.plus(Duration.ofHours(2)));

    VerificationRecord verified =
        verify(
            withJson(
                whole,
                json -> json.replace("\"marks\":[]", "\"marks\":[" + Json.text(mark) + "]")));

    assertThat(kinds(verified)).contains(Kind.FIGURE);
  }

  @Test
  void limitThatWasRaisedInTheRegistryIsFound() {
    CaseMaterial whole = stack.limitedCase(AveragingPeriod.HOUR);

    VerificationRecord verified =
        verify(
            new CaseMaterial(
                whole.dossier(),
                List.of(
                    MaterialFixture.outlet()
                        .withLimits(List.of(MaterialFixture.limit(Averaging.HOUR, "50")))),
                List.of(),
                whole.frames()));

    assertThat(verified.verdict()).isEqualTo(Verdict.MISMATCH);
  }

  @Test
  void whatCameAfterTheFindingDidNotJudgeItAndIsToldBesideTheMatch() {
    Finding finding = CaseFixture.finding(stack.latestEpisode(AveragingPeriod.HOUR));
    Instant decided = stack.lastReceipt().plusSeconds(60);
    List<CaseEventRecord> events = new CaseFixture(decided).detected(finding).limited().records();
    stack.mark(
        MaterialFixture.mark(
            "M-2", finding.from(), finding.to(), decided.plus(Duration.ofDays(1))));

    VerificationRecord verified = verify(stack.material(events));

    assertThat(verified.differences()).isEmpty();
    assertThat(verified.verdict()).isEqualTo(Verdict.MATCH);
    assertThat(verified.later()).singleElement().asString().contains("WITHDRAWN");
  }

  @Test
  void caseOnASuspicionAloneHasNothingToWorkOut() {
    Instant from = MaterialFixture.FIRST;
    Finding suspicion =
        Detecting.in(
                Facts.of(CaseFixture.ENTERPRISE, "630100")
                    .withHints(
                        List.of(
                            new Facts.Hint(
                                "q-1",
                                Ground.P1,
                                StackFrames.MN,
                                "a21026",
                                from,
                                from.plusSeconds(3600),
                                "stuck for six hours"))),
                Law.adopting(GroundRow.at(Ground.P1, from).orElseThrow().id()))
            .findings()
            .get(0);

    VerificationRecord verified =
        verify(stack.material(new CaseFixture(from).detected(suspicion).records()));

    assertThat(verified.verdict()).isEqualTo(Verdict.NOTHING);
    assertThat(verified.notDerived()).containsExactly(suspicion.id());
  }

  private static VerificationRecord verify(CaseMaterial material) {
    return Verifier.verify(material, null, List.of());
  }

  private static List<Kind> kinds(VerificationRecord verified) {
    return verified.differences().stream().map(Difference::kind).toList();
  }

  private CaseMaterial withFrame(int at, UnaryOperator<String> change, boolean fitting) {
    CaseMaterial whole = stack.limitedCase(AveragingPeriod.HOUR);
    List<FrameRecord> frames = new ArrayList<>(whole.frames());
    FrameRecord was = frames.get(at);
    String text = change.apply(was.frame());
    assertThat(text).isNotEqualTo(was.frame());
    byte[] bytes = EscapedLine.bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    frames.set(
        at,
        new FrameRecord(
            was.topic(),
            was.partition(),
            was.offset(),
            fitting ? FrameHash.of(bytes) : was.hash(),
            fitting ? Sha256.of(bytes) : was.sha256(),
            was.receivedAt(),
            was.gateway(),
            was.peer(),
            text));
    return new CaseMaterial(whole.dossier(), whole.outlets(), whole.keys(), frames);
  }

  private CaseMaterial withDossier(UnaryOperator<String> change) {
    return withJson(stack.limitedCase(AveragingPeriod.HOUR), change);
  }

  private static CaseMaterial withJson(CaseMaterial whole, UnaryOperator<String> change) {
    String json = Json.text(whole.dossier());
    String changed = change.apply(json);
    assertThat(changed).isNotEqualTo(json);
    try {
      return new CaseMaterial(
          Json.mapper().readValue(changed, DossierRecord.class),
          whole.outlets(),
          whole.keys(),
          whole.frames());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CaseMaterial withEvents(CaseMaterial whole, List<CaseEventRecord> events) {
    return withJson(
        whole, json -> json.replace(Json.text(whole.dossier().events()), Json.text(events)));
  }
}
