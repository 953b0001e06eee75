package io.touchline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.watch.RegionPresence.Silence;
import org.junit.jupiter.api.Test;

class RegionPresenceTest {

  private RegionPresence region = RegionPresence.NEW;

  @Test
  void allOutletsSilentWithinHalfAnHourAreOneSilence() {
    told("A", 0L, 10);
    told("B", 0L, 10);
    told("C", 0L, 10);
    assertThat(told("A", 60_000L, 70_000)).isNull();
    assertThat(told("B", 60_600L, 70_000)).isNull();

    assertThat(told("C", 61_800L, 70_000)).isEqualTo(new Silence(60_000, null, 3));
    assertThat(told("C", 61_800L, 70_001)).isNull();
    assertThat(told("B", 0L, 80_000)).isEqualTo(new Silence(60_000, 80_000L, 3));
  }

  @Test
  void twoOutletsAreNoRegion() {
    told("A", 60_000L, 70_000);

    assertThat(told("B", 60_000L, 70_000)).isNull();
  }

  @Test
  void outletsThatFellSilentOneAfterTheOtherAreEachTheirOwn() {
    told("A", 60_000L, 70_000);
    told("B", 61_000L, 70_000);

    assertThat(told("C", 61_801L, 70_000)).isNull();
  }

  @Test
  void outletThatLeftTheRegionDoesNotHoldUpTheOthers() {
    told("A", 60_000L, 70_000);
    told("B", 60_000L, 70_000);
    told("C", 60_000L, 70_000);
    told("D", 0L, 70_000);

    assertThat(told("D", null, 70_100)).isEqualTo(new Silence(60_000, null, 3));
  }

  private Silence told(String mn, Long since, long now) {
    RegionPresence.Step step = region.told(mn, since, now);
    region = step.next();
    return step.told();
  }
}
