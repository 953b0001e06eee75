package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InletChannelTest {

  private static final FrameRef FRAME = new FrameRef("packets", 0, 1, "00");

  @Test
  void whatGoesInIsNoDischarge() {
    OutletProfile profile = OutletProfile.unregistered("M1", Medium.AIR);
    FactorBook units = channel -> channel.startsWith("a21026") ? Unit.MG_PER_M3 : Unit.of("m3/s");
    SortedMap<String, Measurement> measurements = new TreeMap<>();
    SortedMap<String, FrameRef> frames = new TreeMap<>();
    measurements.put("a21026-in", measured("1000", "7"));
    measurements.put("a00000-in", measured("20", "72000"));
    measurements.put("a21026", measured("100", null));
    measurements.put("a00000", measured("25", "90000"));
    measurements.keySet().forEach(channel -> frames.put(channel, FRAME));

    SortedMap<String, FactorMean> means =
        new ReportedPeriod(profile, units).means(new Upload(measurements, frames));

    assertThat(means.get("a21026-in").massMg()).isNull();
    assertThat(means.get("a21026").massMg()).isEqualTo(9_000_000);
    assertThat(means.get("a00000-in").amount()).hasToString("72000");
    assertThat(means.get("a00000").amount()).hasToString("90000");
  }

  @Test
  void aNameLeadsToItsFactor() {
    assertThat(InletChannel.factorOf("a21026-in")).isEqualTo("a21026");
    assertThat(InletChannel.factorOf("a21026")).isEqualTo("a21026");
    assertThat(InletChannel.isInlet(InletChannel.of("w01018"))).isTrue();
    assertThat(InletChannel.isInlet("w01018")).isFalse();
  }

  private static Measurement measured(String value, String amount) {
    return new Measurement(Decimal.of(value), null, Decimal.parse(amount), "N");
  }
}
