package io.touchline.streams;

import static io.touchline.streams.Frames.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile.Judge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchSilenceTest {

  private static final List<String> OUTLETS =
      List.of("88888800000000000000SL01", "88888800000000000000SL02", "88888800000000000000SL03");

  private final JournalFixture journal = JournalFixture.waiting();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void outletThatStopsIsToldByTheClockAndItsReturnEndsIt() {
    register(1);
    send(OUTLETS.get(0), 0, 0, "a21026", "a19001");
    journal.pass(Duration.ofMinutes(1)).pass(Duration.ofMinutes(119));
    assertThat(told(Kind.OUTLET_SILENT)).isEmpty();

    journal.pass(Duration.ofMinutes(5));
    QualityRecord silent = told(Kind.OUTLET_SILENT).get(0);
    assertThat(silent.mn()).isEqualTo(OUTLETS.get(0));
    assertThat(silent.from()).isEqualTo(at(0, 1));
    assertThat(silent.to()).isNull();

    send(OUTLETS.get(0), 5, 0, "a21026");
    assertThat(told(Kind.OUTLET_SILENT)).hasSize(2);
    assertThat(told(Kind.OUTLET_SILENT).get(1).to()).isEqualTo(at(5, 1));
  }

  @Test
  void channelThatStopsIsToldWhileTheOthersGoOn() {
    register(1);
    for (int minute = 0; minute < 300; minute += 10) {
      String[] factors = minute < 60 ? new String[] {"a21026", "a19001"} : new String[] {"a21026"};
      send(OUTLETS.get(0), 0, minute, factors);
    }

    assertThat(told(Kind.CHANNEL_SILENT)).hasSize(1);
    assertThat(told(Kind.CHANNEL_SILENT).get(0).factor()).isEqualTo("a19001");
    assertThat(told(Kind.CHANNEL_SILENT).get(0).from()).isEqualTo(at(0, 50));
  }

  @Test
  void allOutletsOfARegionAtOnceAreOneLineUntilTheFirstSpeaksAgain() {
    register(3);
    OUTLETS.forEach(mn -> send(mn, 0, 0, "a21026"));
    journal.pass(Duration.ofMinutes(1)).pass(Duration.ofMinutes(130));

    assertThat(told(Kind.REGION_SILENT)).hasSize(1);
    QualityRecord region = told(Kind.REGION_SILENT).get(0);
    assertThat(region.mn()).isEqualTo("630100");
    assertThat(region.evidence()).containsEntry("outlets", "3").containsEntry("region", "西宁市");

    send(OUTLETS.get(1), 4, 0, "a21026");
    assertThat(told(Kind.REGION_SILENT)).hasSize(2);
    assertThat(told(Kind.REGION_SILENT).get(1).to()).isEqualTo(at(4, 1));
  }

  @Test
  void outletThatMovesToAnotherRegionDoesNotHoldUpThoseItLeaves() {
    register(3);
    String other = "88888800000000000000SL04";
    journal.outlet(JournalFixture.outlet(other, Medium.AIR, Judge.REPORTED, null));
    OUTLETS.forEach(mn -> send(mn, 0, 0, "a21026"));
    send(other, 0, 0, "a21026");
    journal.pass(Duration.ofMinutes(1)).pass(Duration.ofMinutes(60));
    send(other, 1, 30, "a21026");
    journal.pass(Duration.ofMinutes(1)).pass(Duration.ofMinutes(60));
    assertThat(told(Kind.OUTLET_SILENT)).hasSize(3);
    assertThat(told(Kind.REGION_SILENT)).isEmpty();

    OutletRecord here = JournalFixture.outlet(other, Medium.AIR, Judge.REPORTED, null);
    journal.outlet(
        new OutletRecord(
            1,
            other,
            here.code(),
            here.name(),
            here.enterpriseCode(),
            here.enterpriseName(),
            "630200",
            "海东市",
            here.medium(),
            here.facility(),
            null,
            null,
            here.judge(),
            here.edition(),
            here.password(),
            here.validFrom(),
            null,
            here.limits()));

    assertThat(told(Kind.REGION_SILENT)).singleElement().matches(one -> one.mn().equals("630100"));
  }

  @Test
  void oneOutletThatSpeaksKeepsTheRegionFromBeingSilent() {
    register(3);
    OUTLETS.forEach(mn -> send(mn, 0, 0, "a21026"));
    journal.pass(Duration.ofMinutes(1)).pass(Duration.ofMinutes(100));
    send(OUTLETS.get(2), 1, 40, "a21026");
    journal.pass(Duration.ofMinutes(1)).pass(Duration.ofMinutes(60));

    assertThat(told(Kind.OUTLET_SILENT)).hasSize(2);
    assertThat(told(Kind.REGION_SILENT)).isEmpty();
  }

  private void register(int outlets) {
    for (String mn : OUTLETS.subList(0, outlets)) {
      OutletRecord outlet = JournalFixture.outlet(mn, Medium.AIR, Judge.REPORTED, null);
      journal.outlet(outlet);
    }
  }

  private void send(String mn, int hour, int minute, String... factors) {
    String[] values = new String[factors.length * 2];
    for (int i = 0; i < factors.length; i++) {
      values[2 * i] = factors[i];
      values[2 * i + 1] = "Avg=1,Flag=N";
    }
    Instant start = at(hour, minute);
    Instant sent = start.plusSeconds(60);
    journal.receive(Frames.upload(mn, "2051", start, sent, values), sent);
  }

  private List<QualityRecord> told(Kind kind) {
    return journal.quality.stream().filter(record -> record.kind() == kind).toList();
  }
}
