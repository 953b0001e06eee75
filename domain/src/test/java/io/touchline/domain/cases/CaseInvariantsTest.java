package io.touchline.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.cases.Signature.Signatory;
import io.touchline.domain.cases.Step.Milestone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is brought, in whatever order and by whomever, invariants (a) to (f) hold. */
class CaseInvariantsTest {

  private static final int EVENTS = 100;
  private static final String[] DAYS = {"2026-01-04", "2026-02-20", "2026-04-10", "2026-06-30"};

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomEventsBreakNoInvariant(long seed) {
    Walk walk = new Walk(seed);
    for (int i = 0; i < EVENTS; i++) {
      CaseFile before = walk.given.file;
      CaseEvent event = walk.next();
      CaseFile.Result result = before.on(event);
      if (result.outcome() instanceof Outcome.Moved moved) {
        assertMoved(before, event, moved, result.file());
      } else {
        assertThat(result.file()).isSameAs(before);
      }
      assertThat(result.file().on(event).file()).as("(f) again").isEqualTo(result.file());
      walk.given.file = result.file();
    }
    assertThat(
            CaseFile.fold(walk.given.file.history().stream().map(CaseFile.Entry::event).toList()))
        .as("(c), (d) from the events alone")
        .isEqualTo(walk.given.file);
  }

  private static void assertMoved(
      CaseFile before, CaseEvent event, Outcome.Moved moved, CaseFile after) {
    Stage from = before.state().stage();
    Stage to = moved.to().stage();
    assertThat(Transition.from(from, event.what().happening()))
        .as("%s --%s--> %s", from, event.what().happening(), to)
        .anyMatch(row -> row.leads(from, to));
    assertThat(after.history().subList(0, after.history().size() - 1))
        .as("(c) append-only")
        .isEqualTo(before.history());
    assertThat(event.law()).isNotBlank();
    assertThat(event.evidenceHash()).matches("[0-9a-f]{64}");
    if (event.actor().role() == Role.SYSTEM) {
      assertThat(event.what()).as("the software decides nothing").isNotInstanceOf(Decision.class);
      assertThat(moved.to().card())
          .as("nor gives or takes a card")
          .isEqualTo(before.state().card());
    }
    if (event.what() instanceof Detection.TruthChanged) {
      assertThat(moved.to().card())
          .as("(e) a decision is never undone")
          .isEqualTo(before.state().card());
      assertThat(moved.to().yellow().map(YellowCard::decision))
          .isEqualTo(before.state().yellow().map(YellowCard::decision));
    }
    List<IssuedCard> cards = IssuedCard.of(after, event.at());
    assertThat(cards.isEmpty() && moved.to().card() != Stage.Card.NONE)
        .as("a card that stands is there for the list")
        .isFalse();
    assertThat(cards)
        .as("(a) on a list only by a signed decision")
        .allMatch(card -> isSigned(after, card.number()));
    assertThat(cards)
        .as("(b) one card stands at most")
        .filteredOn(card -> card.removedOn() == null)
        .hasSizeLessThanOrEqualTo(1);
  }

  private static boolean isSigned(CaseFile file, String number) {
    return file.history().stream()
        .map(entry -> entry.event().what())
        .anyMatch(
            what ->
                (what instanceof Decision.YellowDecided yellow
                        && yellow.number().equals(number)
                        && yellow.signature().isWhole())
                    || (what instanceof Decision.ClosureDecided red
                        && red.signature().document().equals(number)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bookNeverHasTwoOpenCasesOfAnEnterprise(long seed) {
    Walk walk = new Walk(seed);
    CaseBook book = CaseBook.empty();
    for (int i = 0; i < EVENTS; i++) {
      CaseFile mine = book.files().get(CaseFixture.CASE);
      walk.given.file =
          mine == null ? CaseFile.open(CaseFixture.CASE, CaseFixture.ENTERPRISE) : mine;
      CaseEvent event = walk.next();
      CaseEvent other =
          new CaseEvent(
              "C-other",
              event.eventId(),
              event.enterprise(),
              event.at(),
              event.actor(),
              event.law(),
              event.evidenceHash(),
              event.what());
      book = book.on(walk.random.nextInt(3) == 0 ? other : event).book();
      assertThat(book.files().values().stream().filter(f -> f.state().stage().isOpen()))
          .as("(b)")
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void everyRowOfTheMapIsTakenAndNoStageIsOutOfReach() {
    Set<String> taken = new TreeSet<>();
    Set<Stage> reached = EnumSet.noneOf(Stage.class);
    for (long seed = 1; seed <= 1500 && taken.size() < Transition.all().size(); seed++) {
      Walk walk = new Walk(seed);
      for (int i = 0; i < EVENTS; i++) {
        Stage from = walk.given.file.state().stage();
        CaseEvent event = walk.next();
        CaseFile.Result result = walk.given.file.on(event);
        if (result.outcome() instanceof Outcome.Moved moved) {
          Transition.from(from, event.what().happening()).stream()
              .filter(row -> row.leads(from, moved.to().stage()))
              .forEach(row -> taken.add(row.id()));
          reached.add(moved.to().stage());
        }
        walk.given.file = result.file();
      }
    }
    assertThat(taken)
        .containsExactlyInAnyOrderElementsOf(
            Transition.all().stream().map(Transition::id).toList());
    assertThat(reached).containsExactlyInAnyOrder(Stage.values());
  }

  /** Brings random events, more often such as fit. */
  private static final class Walk {
    final CaseFixture given = new CaseFixture();
    final Random random;
    private int number;

    Walk(long seed) {
      random = new Random(seed);
    }

    CaseEvent next() {
      number++;
      given.now = given.now.plus(Duration.ofHours(random.nextInt(200)));
      What what = what();
      String id = random.nextInt(20) == 0 ? "e" + random.nextInt(number) : "e" + number;
      return given.event(actor(what), id, what);
    }

    private Actor actor(What what) {
      if (random.nextInt(6) == 0) {
        return new Actor(pick(Role.values()), "somebody");
      }
      return what instanceof Detection ? CaseFixture.SYSTEM : CaseFixture.OFFICER;
    }

    private What what() {
      List<Happening> possible = Transition.possible(given.file.state().stage());
      boolean fitting = random.nextInt(5) > 0 && !possible.isEmpty();
      Happening happening =
          fitting ? possible.get(random.nextInt(possible.size())) : pick(Happening.values());
      if (happening == Happening.ENTITY_ENDED && random.nextInt(12) > 0) {
        happening = Happening.DETECTED;
      }
      return of(happening);
    }

    private What of(Happening happening) {
      return switch (happening) {
        case DETECTED -> new Detection.Detected(finding());
        case TRUTH_CHANGED -> changed();
        case WORK_ORDER_ISSUED -> new Step.WorkOrderIssued("officer", given.today());
        case DISMISSED ->
            new Decision.Dismissed(
                by(Signatory.OFFICER), pick(Decision.CloseCode.values()), "photo");
        case CONFIRMED -> given.confirmed();
        case NOT_APPROVED -> new Decision.NotApproved(by(Signatory.HEAD), "reason");
        case YELLOW_DECIDED -> yellow();
        case PLAN_FILED -> given.plan();
        case LIMIT_EXTENDED ->
            new Decision.LimitExtended(by(Signatory.HEAD), 1 + random.nextInt(4), "reason");
        case COMPLETION_FILED -> given.completed(given.today());
        case FILING_DEFECTIVE -> new Step.FilingDefective("reason");
        case RECTIFICATION_ACCEPTED ->
            new Decision.RectificationAccepted(by(Signatory.OFFICER), "record");
        case FOLLOWED_UP -> new Step.FollowedUp(given.today(), pick(Step.Found.values()), "record");
        case CARD_REMOVED -> new Decision.CardRemoved(by(Signatory.OFFICER), false, null);
        case CLOSURE_PROPOSED -> closure();
        case CLOSURE_DECIDED -> new Decision.ClosureDecided(by(Signatory.GOVERNMENT));
        case CLOSURE_DECLINED -> new Decision.ClosureDeclined(by(Signatory.GOVERNMENT), "reason");
        case PERMIT_REVOKED -> new Decision.PermitRevoked(by(Signatory.PERMIT_AUTHORITY));
        case ENTITY_ENDED -> new Decision.EntityEnded(by(Signatory.OFFICER), "registry");
        case DECISION_CANCELLED ->
            new Decision.DecisionCancelled(by(Signatory.LEGAL_OFFICER), standing(), "ruling");
        case RECORDED -> new Step.Recorded(milestone(), given.today(), "document");
        case FLAG_SET ->
            new Decision.FlagSet(
                by(Signatory.HEAD), pick(Flag.values()), random.nextBoolean(), "reason");
      };
    }

    private Milestone milestone() {
      return random.nextBoolean() ? Milestone.DECISION_SERVED : pick(Milestone.values());
    }

    private Signature by(Signatory usual) {
      Signatory signatory = random.nextInt(10) == 0 ? pick(Signatory.values()) : usual;
      return given.signed(signatory, "doc" + number);
    }

    private Finding finding() {
      Ground ground = pick(Ground.L1, Ground.L2, Ground.P2, Ground.P3, Ground.P4, Ground.C2);
      String day = ground == Ground.P4 ? given.today().toString() : pick(DAYS);
      return CaseFixture.finding(ground, day, 1 + random.nextInt(2));
    }

    private Detection changed() {
      List<Finding> held = new ArrayList<>(given.file.state().findings());
      given.file.state().yellow().ifPresent(card -> held.addAll(card.findings()));
      Finding one = held.isEmpty() ? finding() : held.get(random.nextInt(held.size()));
      return new Detection.TruthChanged(one.id(), random.nextBoolean() ? one : null, "mark");
    }

    private Decision yellow() {
      Measure measure = pick(Measure.LIMIT, Measure.STOP, Measure.EXEMPT);
      Decision.YellowDecided whole = given.decided(measure, "D" + number, "L1@2015-01-01");
      return new Decision.YellowDecided(
          by(Signatory.HEAD),
          whole.measure(),
          whole.number(),
          random.nextInt(10) == 0 ? null : whole.approval(),
          false,
          whole.toldOn(),
          whole.parts(),
          whole.months(),
          whole.spared(),
          "departs",
          whole.lawRows(),
          List.of());
    }

    private Step closure() {
      Ground ground = pick(Ground.C1, Ground.C2, Ground.C3, Ground.C4);
      String row = GroundRow.at(ground, given.now).orElseThrow().id();
      return new Step.ClosureProposed(ground, CaseFixture.RULE, row, true, "record");
    }

    private String standing() {
      if (given.file.state() instanceof Red red) {
        return red.signature().document();
      }
      return given.file.state().yellow().map(card -> card.decision().number()).orElse("none");
    }

    @SafeVarargs
    private <T> T pick(T... of) {
      return of[random.nextInt(of.length)];
    }
  }
}
