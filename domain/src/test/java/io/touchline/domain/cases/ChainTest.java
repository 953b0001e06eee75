package io.touchline.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainTest {

  private final List<Chain.Link> links = links();

  private static List<Chain.Link> links() {
    CaseFixture given = new CaseFixture();
    given.limited().served().detected(CaseFixture.finding(Ground.P4, "2026-01-06"));
    List<Chain.Link> links = new ArrayList<>();
    for (CaseFile.Entry entry : given.file.history()) {
      links.add(Chain.next(links.isEmpty() ? null : links.get(links.size() - 1), entry.event()));
    }
    return links;
  }

  @Test
  void untouchedChainIsIntactAndNamesItsEnd() {
    Chain.Link last = links.get(links.size() - 1);
    Chain.Head head = new Chain.Head(links.size(), last.hash());

    assertThat(Chain.verify(links, null)).isEqualTo(new Chain.Intact(head));
    assertThat(Chain.verify(links, head)).isEqualTo(new Chain.Intact(head));
    assertThat(Chain.verify(List.of(), null))
        .isEqualTo(new Chain.Intact(new Chain.Head(0, Chain.GENESIS)));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void firstEventThatWasTouchedIsNamed(long seed) {
    Random random = new Random(seed);
    int at = random.nextInt(links.size());
    Chain.Link link = links.get(at);
    CaseEvent event = link.event();
    CaseEvent touched =
        new CaseEvent(
            event.caseId(),
            event.eventId(),
            event.enterprise(),
            event.at().plusMillis(1),
            event.actor(),
            event.law(),
            event.evidenceHash(),
            event.what());
    links.set(at, new Chain.Link(touched, link.sequence(), link.previousHash(), link.hash()));

    assertThat(Chain.verify(links, null))
        .isInstanceOfSatisfying(
            Chain.Broken.class,
            broken -> {
              assertThat(broken.sequence()).isEqualTo(at + 1L);
              assertThat(broken.eventId()).isEqualTo(event.eventId());
              assertThat(broken.fault()).isEqualTo(Chain.Fault.CONTENT);
            });
  }

  @Test
  void eventThatWasTakenOutOrMovedIsMissedByTheNext() {
    List<Chain.Link> without = new ArrayList<>(links);
    without.remove(2);
    assertThat(Chain.verify(without, null))
        .isInstanceOfSatisfying(
            Chain.Broken.class,
            broken -> {
              assertThat(broken.fault()).isEqualTo(Chain.Fault.ORDER);
              assertThat(broken.eventId()).isEqualTo(links.get(3).event().eventId());
            });
  }

  @Test
  void endThatWasCutOffOrWrittenAnewShowsAgainstTheEndKeptElsewhere() {
    Chain.Head kept = new Chain.Head(links.size(), links.get(links.size() - 1).hash());
    List<Chain.Link> cut = links.subList(0, links.size() - 1);

    assertThat(Chain.verify(cut, null)).isInstanceOf(Chain.Intact.class);
    assertThat(Chain.verify(cut, kept))
        .isInstanceOfSatisfying(
            Chain.Broken.class,
            broken -> assertThat(broken.fault()).isEqualTo(Chain.Fault.CUT_OFF));

    List<Chain.Link> anew = new ArrayList<>(cut);
    anew.add(
        Chain.next(
            cut.get(cut.size() - 1),
            new CaseFixture().event(CaseFixture.OFFICER, "other", new Step.FilingDefective("x"))));
    assertThat(Chain.verify(anew, kept)).isInstanceOf(Chain.Broken.class);
  }

  @Test
  void everyKindOfEventComesBackFromItsFigures() {
    for (Chain.Link link : links) {
      Record what = (Record) link.event().what();
      assertThat(Flat.read(what.getClass(), Flat.of(what))).isEqualTo(what);
    }
    Step.PlanFiled empty = new Step.PlanFiled(null, List.of(), null);
    assertThat(Flat.of(empty)).isEmpty();
    assertThat(Flat.read(Step.PlanFiled.class, new TreeMap<>())).isEqualTo(empty);
  }

  @Test
  void figuresOfAnotherRecordAreRefusedWithTheirNames() {
    SortedMap<String, String> figures = new TreeMap<>(Flat.of(new Step.FilingDefective("x")));

    assertThatThrownBy(() -> Flat.read(Detection.Detected.class, figures).finding().ground())
        .isInstanceOf(NullPointerException.class);
    figures.put("found", "NOBODY");
    assertThatThrownBy(() -> Flat.read(Step.FollowedUp.class, figures))
        .hasMessageContaining("no Found is called NOBODY");
  }

  /** Pins the canonical form: a hash that changes makes every stored chain look touched. */
  @Test
  void hashOfAFirstEventIsWhatItWas() {
    CaseEvent event =
        new CaseFixture().event(CaseFixture.OFFICER, "e1", new Step.FilingDefective("缺"));

    assertThat(Chain.canonical(event))
        .containsEntry("what", "FILING_DEFECTIVE")
        .containsEntry("what.reason", "缺")
        .containsEntry("at", "2026-01-05T09:00:00+08:00")
        .hasSize(10);
    assertThat(Chain.next(null, event).hash())
        .isEqualTo("c2c37715723dbcdafa2eb10aa6f766fccf3e1f6cb8ef2fafa00ded1bbae61c0e");
  }
}
