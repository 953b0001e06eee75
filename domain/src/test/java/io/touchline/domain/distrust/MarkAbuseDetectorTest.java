package io.touchline.domain.distrust;

import static io.touchline.domain.distrust.Series.SO2;
import static io.touchline.domain.distrust.Series.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.distrust.Suspicion.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Thirty days with a mark of two hours at noon, a limit of 50 and, on so many days, an hour near it
 * before the mark or in the evening.
 */
class MarkAbuseDetectorTest {

  private static Series days(int nearBefore, int nearElsewhere, String near) {
    return new Series()
        .with(
            SO2,
            720,
            at -> {
              int day = at / 24;
              return switch (at % 24) {
                case 12, 13 -> "60m";
                case 11 -> day < nearBefore ? near : "20";
                case 18, 19, 20, 21 -> day * 4 + at % 24 - 18 < nearElsewhere ? near : "20";
                default -> "20";
              };
            });
  }

  private static List<Suspicion> of(Series series) {
    return series.limit(SO2, "50").find(Kind.MARK_ABUSE, SO2);
  }

  @Test
  void marksThatBeginNearTheLimitAreAsked() {
    assertThat(of(days(6, 10, "45.1")))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.from()).isEqualTo(hour(11));
              assertThat(one.to()).isEqualTo(hour(5 * 24 + 12));
              assertThat(one.score()).hasToString("0.2");
              assertThat(one.text())
                  .isEqualTo(
                      "6 of 30 marked stretches began when a value neared the limit 50; of all 660"
                          + " judged hours 16 were as near: odds 15.6783 to 1");
            });
  }

  @Test
  void fourAreTooFewHoweverRareItIsElsewhere() {
    assertThat(of(days(4, 0, "49"))).isEmpty();
    assertThat(of(days(5, 0, "49"))).hasSize(1);
  }

  @Test
  void marksThatBeginNearTheLimitAsOtherHoursAreThereAreNot() {
    assertThat(of(days(10, 119, "49"))).isEmpty();
  }

  @Test
  void nineTenthsOfTheLimitAreNotYetNear() {
    assertThat(of(days(30, 0, "45"))).isEmpty();
  }

  @Test
  void aStopAndAnHourThatIsMissingAreNoMarks() {
    assertThat(
            of(
                new Series()
                    .with(
                        SO2,
                        720,
                        at ->
                            at % 24 == 12
                                ? "60x"
                                : at % 24 == 14 ? "" : at % 2 == 1 ? "49" : "20")))
        .isEmpty();
  }

  @Test
  void withoutAnHourLimitNobodyCanTell() {
    assertThat(days(30, 0, "49").find(Kind.MARK_ABUSE, SO2)).isEmpty();
  }
}
