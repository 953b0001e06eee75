package io.touchline.fleet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.touchline.domain.ChinaTime;
import io.touchline.fleet.FleetException;
import io.touchline.fleet.HandClock;
import io.touchline.fleet.ScriptedCentre;
import io.touchline.fleet.ScriptedCentre.Reply;
import io.touchline.fleet.logger.DeliverySettings;
import io.touchline.fleet.source.SimulatedOutlet;
import io.touchline.fleet.source.UploadKind;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Reason;
import io.touchline.hj212.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFleetIT {

  private static final DeliverySettings IMPATIENT =
      new DeliverySettings(
          64, Duration.ofMillis(300), 3, Duration.ofMillis(20), Duration.ofMillis(100));

  private final HandClock clock = new HandClock(ChinaTime.parse("2026-11-20T10:20:30+08:00"));
  private DeliverySettings delivery = DeliverySettings.STANDARD.withWindow(64);
  private Duration farewell = Duration.ofSeconds(20);
  private final List<FleetProgress> told = new CopyOnWriteArrayList<>();

  @TempDir Path directory;

  @Test
  void everyOutletTellsItsPastAsItsLoggerCan() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      DemoFleet fleet = untilLive(centre, 1);
      FleetReport report = fleet.stop();

      for (SimulatedOutlet outlet : DemoFleet.outlets()) {
        boolean hours = outlet.kinds().contains(UploadKind.HOUR);
        boolean days = outlet.kinds().contains(UploadKind.DAY);
        // since midnight of yesterday: the hours to 9 o'clock, one day
        assertThat(periods(centre, outlet, "2061")).as(outlet.name()).hasSize(hours ? 34 : 0);
        assertThat(periods(centre, outlet, "2031")).as(outlet.name()).hasSize(days ? 1 : 0);
        int minutes =
            outlet.kinds().contains(UploadKind.MINUTE)
                ? (hours ? 20 : 34 * 60 + 20) / (int) outlet.minuteInterval().toMinutes()
                : 0;
        assertThat(periods(centre, outlet, "2051")).as(outlet.name()).hasSize(minutes);
      }
      assertThat(report.acknowledged()).isEqualTo(report.sent()).isEqualTo(centre.packets().size());
      assertThat(report.waiting()).isZero();
      assertThat(report.resent()).isZero();
      assertThat(report.garbled()).isPositive().isEqualTo(centre.rejected().size());
      assertThat(centre.rejected())
          .extracting(Verdict.Rejected::reason)
          .containsOnly(Reason.BAD_CRC);
      assertThat(told.get(told.size() - 1).connected()).isEqualTo(DemoFleet.outlets().size());
    }
  }

  @Test
  void aRestartSendsNothingAgainAndFillsTheGap() {
    Set<String> before;
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      untilLive(centre, 1).stop();
      before = remembered(centre);
    }
    clock.forward(Duration.ofHours(3));
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      untilLive(centre, 1).stop();

      assertThat(remembered(centre)).isNotEmpty().doesNotContainAnyElementsOf(before);
      SimulatedOutlet stack = DemoFleet.outlets().get(0);
      assertThat(periods(centre, stack, "2061"))
          .containsExactlyInAnyOrder("2026-11-20T10:00", "2026-11-20T11:00", "2026-11-20T12:00");
      assertThat(periods(centre, stack, "2051")).hasSize(180);
      assertThat(periods(centre, stack, "2031")).isEmpty();
    }
  }

  @Test
  void whatWasNotAcknowledgedIsSentByTheNextRun() {
    farewell = Duration.ofMillis(100);
    Set<String> answered = ConcurrentHashMap.newKeySet();
    Set<String> all = new HashSet<>();
    try (ScriptedCentre centre =
        new ScriptedCentre(
            packet -> {
              if (answered.size() < 500) {
                answered.add(datum(packet));
                return Reply.ANSWER;
              }
              return Reply.SILENCE;
            })) {
      DemoFleet fleet = fleet(centre.address(), 0);
      fleet.start();
      await().until(() -> answered.size() == 500);
      FleetReport report = fleet.stop();
      assertThat(report.waiting()).isPositive();
      all.addAll(remembered(centre));
    }
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      untilLive(centre, 0).stop();

      Set<String> second = remembered(centre);
      Set<String> lost = new HashSet<>(all);
      lost.removeAll(answered);
      assertThat(lost).isNotEmpty();
      assertThat(second).containsAll(lost);
    }
  }

  @Test
  void liveUploadsFollowTheClock() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      DemoFleet fleet = untilLive(centre, 0);
      SimulatedOutlet stack = DemoFleet.outlets().get(0);
      int minutes = periods(centre, stack, "2051").size();

      clock.forward(Duration.ofMinutes(2));
      await().until(() -> periods(centre, stack, "2051").size() == minutes + 2);
      await().until(() -> periods(centre, stack, "2011").size() >= 4);
      clock.forward(Duration.ofHours(14));
      await().until(() -> periods(centre, stack, "2031").contains("2026-11-20T00:00"));
      await().until(() -> periods(centre, stack, "2061").contains("2026-11-20T23:00"));

      assertThat(fleet.stop().waiting()).isZero();
    }
  }

  @Test
  void aLoggerTellsItsPastAgainWhenItIsAsked() {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      DemoFleet fleet = untilLive(centre, 0);
      SimulatedOutlet stack = DemoFleet.outlets().get(0);
      Map<String, Map<String, String>> sent =
          hourOf(centre, stack, "2026-11-20T08:00").get(0).factors();

      // The one connection among all that is this logger's is not known: all hear it, one answers.
      centre.sayToAll(
          new PacketWriter()
              .qn("20261120102030001")
              .st("31")
              .cn("2061")
              .pw(DemoFleet.PASSWORD)
              .mn(stack.mn())
              .flag(5)
              .item("BeginTime", "20261119220000")
              .item("EndTime", "20261120080000")
              .toFrame());

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> hourOf(centre, stack, "2026-11-20T08:00").size() == 2);
      assertThat(hourOf(centre, stack, "2026-11-20T08:00").get(1).factors()).isEqualTo(sent);
      assertThat(hourOf(centre, stack, "2026-11-19T22:00")).hasSize(1);
      assertThat(hourOf(centre, stack, "2026-11-19T21:00")).isEmpty();
      await().until(() -> centre.packets("9012").count() == 1);
      fleet.stop();
    }
  }

  private static List<Packet> hourOf(ScriptedCentre centre, SimulatedOutlet outlet, String start) {
    return centre
        .packets("2061")
        .filter(packet -> packet.mn().equals(outlet.mn()))
        .filter(packet -> packet.dataTime().orElseThrow().toString().equals(start))
        .toList();
  }

  @Test
  void nothingIsLostWhenAnswersAreLostAndLinesAreCut() {
    delivery = IMPATIENT;
    Map<String, Integer> seen = new ConcurrentHashMap<>();
    try (ScriptedCentre centre =
        new ScriptedCentre(
            packet -> {
              int hash = Math.floorMod((packet.mn() + packet.qn()).hashCode(), 97);
              boolean first = seen.merge(packet.mn() + packet.qn(), 1, Integer::sum) == 1;
              return first && hash == 3
                  ? Reply.SILENCE
                  : first && hash == 5 ? Reply.CUT : Reply.ANSWER;
            })) {
      FleetReport report = untilLive(centre, 0).stop();

      assertThat(report.acknowledged()).isEqualTo(report.sent());
      assertThat(report.waiting()).isZero();
      assertThat(report.resent()).isPositive();
      assertThat(report.reconnects()).isPositive();
      assertThat(seen).hasSize((int) report.sent());
    }
  }

  @Test
  void aStateFileThatCannotBeReadIsNamedWithTheMend() throws IOException {
    Path file = Files.writeString(directory.resolve(FleetMemory.FILE), "something else\n");
    DemoFleet fleet =
        fleet(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), ScriptedCentre.freePort()), 0);

    assertThatThrownBy(fleet::start)
        .isInstanceOf(FleetException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("Delete it");
    fleet.stop();
  }

  private DemoFleet fleet(InetSocketAddress centre, int history) {
    FleetSettings settings =
        FleetSettings.of(centre, directory)
            .withHistory(history)
            .withDelivery(delivery)
            .withFarewell(farewell);
    return new DemoFleet(settings, clock, told::add);
  }

  private DemoFleet untilLive(ScriptedCentre centre, int history) {
    told.clear();
    DemoFleet fleet = fleet(centre.address(), history);
    fleet.start();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !told.isEmpty() && told.get(told.size() - 1).isLive());
    return fleet;
  }

  private static Set<String> periods(ScriptedCentre centre, SimulatedOutlet outlet, String cn) {
    return centre
        .packets(cn)
        .filter(packet -> packet.mn().equals(outlet.mn()))
        .map(packet -> packet.dataTime().orElseThrow().toString())
        .collect(Collectors.toSet());
  }

  private static Set<String> remembered(ScriptedCentre centre) {
    return Stream.of("2031", "2051", "2061")
        .flatMap(centre::packets)
        .map(DemoFleetIT::datum)
        .collect(Collectors.toSet());
  }

  private static String datum(Packet packet) {
    return packet.mn()
        + ' '
        + packet.cn()
        + ' '
        + packet.dataTime().orElseThrow()
        + ' '
        + packet.part();
  }
}
