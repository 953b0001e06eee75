package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.StationProposalRecord;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class StrangersTest {

  private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final Manner MODBUS = new Manner(CheckMode.MODBUS, LengthMode.LENIENT, false);

  private final ToldNews told = new ToldNews();
  private final Set<String> registered = new HashSet<>();
  private final Map<String, String> serials = new HashMap<>();
  private final Stations stations =
      new Stations() {
        @Override
        public Optional<Station> find(String mn) {
          return Optional.of(new Station(null)).filter(station -> registered.contains(mn));
        }

        @Override
        public Optional<String> mnOfSerial(String serial) {
          return Optional.ofNullable(serials.get(serial));
        }
      };
  private final Strangers strangers = new Strangers("gw", stations, told.news);

  @Test
  void theFirstFrameProposesTheStationWithWhatItShows() {
    hear("X", MODBUS, START, "a21026", "a34013");

    assertThat(proposals()).hasSize(1);
    StationProposalRecord proposal = proposals().get(0);
    assertThat(proposal.mn()).isEqualTo("X");
    assertThat(proposal.firstSeen()).isEqualTo(Instant.ofEpochMilli(START));
    assertThat(proposal.peer()).isEqualTo("10.0.0.9:1234");
    assertThat(proposal.gateway()).isEqualTo("gw");
    assertThat(proposal.edition()).isEqualTo("2017");
    assertThat(proposal.check()).isEqualTo(CheckMode.MODBUS);
    assertThat(proposal.length()).isEqualTo(LengthMode.LENIENT);
    assertThat(proposal.systemCodes()).containsExactly("31");
    assertThat(proposal.commands()).containsExactly("2051");
    assertThat(proposal.factors()).containsExactly("a21026", "a34013");
    assertThat(proposal.enciphered()).isFalse();
    assertThat(proposal.frames()).isEqualTo(1);
  }

  @Test
  void newKnowledgeIsToldOnceAMinuteAndNothingNewOnceAnHour() {
    for (int second = 0; second < 3 * 3600; second += 10) {
      String factor = second < 180 ? "a" + second : "a0";
      hear("X", Manner.STANDARD, START + second * SECOND, factor);
    }

    assertThat(proposals())
        .extracting(proposal -> (proposal.lastSeen().toEpochMilli() - START) / MINUTE)
        .containsExactly(0L, 1L, 2L, 3L, 63L, 123L);
    assertThat(proposals().get(3).factors()).hasSize(18);
  }

  @Test
  void aFrameThatCannotBeOpenedIsProposedAsEnciphered() {
    strangers.heard(new Checked.Sender("X", null, Manner.UNREAD_CIPHER), "p", START);

    assertThat(proposals()).extracting(StationProposalRecord::enciphered).containsExactly(true);
  }

  @Test
  void aLoggerThatAsksToJoinIsProposedUnderItsFirstSerial() {
    Packet join = packet("", "1001");
    strangers.heardJoining(join, List.of("LOGGER-1", "CPU-2"), "p", START);
    serials.put("CPU-7", "MN7");
    strangers.heardJoining(join, List.of("LOGGER-6", "CPU-7"), "p", START);
    strangers.heardJoining(join, List.of(), "p", START);

    assertThat(proposals()).hasSize(1);
    assertThat(proposals().get(0).mn()).isEqualTo("LOGGER-1");
    assertThat(proposals().get(0).serials()).containsExactly("CPU-2", "LOGGER-1");
  }

  @Test
  void whoIsRegisteredIsNoLongerProposed() {
    hear("X", Manner.STANDARD, START, "a21026");
    registered.add("X");
    strangers.registered("X");
    hear("X", Manner.STANDARD, START + MINUTE, "a21002");
    strangers.registered("Y");

    assertThat(told.keys(told.topics.proposals())).containsExactly("X", "X");
    assertThat(proposals().get(1)).isNull();
    assertThat(strangers.size()).isZero();
  }

  @Test
  void aProposalOfAnEarlierLifeIsTakenBackWhenItsStationIsRegisteredByNow() {
    hear("X", Manner.STANDARD, START, "a21026");
    StationProposalRecord earlier = proposals().get(0);
    told.forget();
    registered.add("X");

    new Strangers("gw", stations, told.news).read("X", earlier);

    assertThat(told.keys(told.topics.proposals())).containsExactly("X");
    assertThat(proposals().get(0)).isNull();
  }

  @Test
  void whatWasProposedBeforeIsKnownAndNotProposedAgain() {
    hear("X", MODBUS, START, "a21026");
    hear("X", MODBUS, START, "a21026");
    StationProposalRecord earlier = proposals().get(0);
    told.forget();
    Strangers restarted = new Strangers("gw", stations, told.news);
    restarted.read("X", earlier);

    restarted.heard(
        new Checked.Sender("X", packet("X", "2051", "a21026"), MODBUS), "p", START + 5 * SECOND);
    assertThat(proposals()).isEmpty();
    restarted.heard(
        new Checked.Sender("X", packet("X", "2061", "a34013"), MODBUS), "p", START + 2 * MINUTE);

    assertThat(proposals()).hasSize(1);
    assertThat(proposals().get(0).firstSeen()).isEqualTo(Instant.ofEpochMilli(START));
    assertThat(proposals().get(0).factors()).containsExactly("a21026", "a34013");
    assertThat(proposals().get(0).frames()).isEqualTo(3);
  }

  @Test
  void aProposalThatTheBrokerDidNotTakeIsMadeAgain() {
    told.refuseAll(new TimeoutException("away"));
    hear("X", Manner.STANDARD, START, "a21026");
    told.refuseAll(null);
    hear("X", Manner.STANDARD, START + SECOND, "a21026");

    assertThat(proposals()).hasSize(1);
  }

  @Test
  void madeUpStationsFillNeitherMemoryNorTopic() {
    for (int i = 0; i < 3 * Strangers.MOST; i++) {
      hear("MN" + i, Manner.STANDARD, START + i, "a21026");
    }

    assertThat(strangers.size()).isEqualTo(Strangers.MOST);
    assertThat(proposals()).hasSize(Strangers.NEW_A_MINUTE);
  }

  @Test
  void oneStationTeachesAtMostTwoHundredFactorsAndAllTogetherWhatTheyMay() {
    for (int mn = 0; mn < 700; mn++) {
      String[] factors = new String[300];
      for (int i = 0; i < factors.length; i++) {
        factors[i] = "a" + i;
      }
      hear("MN" + mn, Manner.STANDARD, START + mn * MINUTE, factors);
    }

    assertThat(proposals().get(0).factors()).hasSize(Stranger.MOST_FACTORS);
    assertThat(strangers.size()).isLessThanOrEqualTo(Strangers.MOST_CODES / Stranger.MOST_FACTORS);
  }

  private void hear(String mn, Manner manner, long now, String... factors) {
    strangers.heard(
        new Checked.Sender(mn, packet(mn, "2051", factors), manner), "10.0.0.9:1234", now);
  }

  private static Packet packet(String mn, String cn, String... factors) {
    PacketWriter writer =
        new PacketWriter().qn(Frames.qn(1)).st("31").cn(cn).pw("1").mn(mn).flag(5);
    for (String factor : factors) {
      writer.factor(factor, "Avg", "1");
    }
    return ((Verdict.Accepted) new FrameDecoder().decode(writer.toFrame())).packet();
  }

  private List<StationProposalRecord> proposals() {
    return told.told(told.topics.proposals(), StationProposalRecord.class);
  }
}
