package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.selfcheck.SelfCheck;
import io.touchline.domain.selfcheck.SelfCheck.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SelfCheckTest {

  private final OutletProfile outlet = Samples.outlet(Medium.AIR, null);

  @Test
  void hourThatItsMinutesContradictIsTold() {
    List<SelfCheck.Difference> found =
        check(Samples.upload("a21026 value=12.3 flag=N"), minutes(60, "15.0"));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).kind()).isEqualTo(Kind.HOUR_DIFFERS_FROM_MINUTES);
    assertThat(found.get(0).comparison().differencePercent()).hasToString("-18");
  }

  @Test
  void hourWithinTwoPercentOrItsOwnRoundingAgrees() {
    assertThat(check(Samples.upload("a21026 value=15.3 flag=N"), minutes(60, "15.0"))).isEmpty();
    assertThat(check(Samples.upload("a21026 value=2 flag=N"), minutes(60, "1.6"))).isEmpty();
  }

  @Test
  void tooFewMinutesOrAFlaggedHourSayNothing() {
    assertThat(check(Samples.upload("a21026 value=12.3 flag=N"), minutes(44, "15.0"))).isEmpty();
    assertThat(check(Samples.upload("a21026 value=12.3 flag=D"), minutes(60, "15.0"))).isEmpty();
  }

  @Test
  void massFromTheConvertedConcentrationIsTold() {
    List<SelfCheck.Difference> found =
        check(
            Samples.upload(
                "a21026 value=21.5 amount=10.08 flag=N", "a00000 value=114.6 amount=412584 flag=N"),
            new TreeMap<>());

    assertThat(found).hasSize(1);
    assertThat(found.get(0).kind()).isEqualTo(Kind.MASS_DIFFERS_FROM_FLOW);
    assertThat(found.get(0).comparison().reckoned()).hasToString("8.870556");
    assertThat(
            check(
                Samples.upload(
                    "a21026 value=21.5 amount=8.87 flag=N",
                    "a00000 value=114.6 amount=412584 flag=N"),
                new TreeMap<>()))
        .isEmpty();
  }

  private List<SelfCheck.Difference> check(
      Upload upload, SortedMap<String, FactorMean> recomputed) {
    return SelfCheck.of(
        AveragingPeriod.HOUR,
        Samples.START,
        upload,
        new ReportedPeriod(outlet, Samples.FACTORS).means(upload),
        recomputed);
  }

  private SortedMap<String, FactorMean> minutes(int count, String value) {
    List<Upload> uploads =
        new ArrayList<>(
            Collections.nCopies(count, Samples.upload("a21026 value=" + value + " flag=N")));
    return new RecomputedPeriod(outlet, Samples.FACTORS, AveragingPeriod.HOUR)
        .means(Samples.parts(outlet, Duration.ofMinutes(1), uploads));
  }
}
