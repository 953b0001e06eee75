package io.touchline.streams;

import static io.touchline.streams.Frames.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.MarkRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.Mark;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarnEarlyTest {

  private static final String SO2 = "a21026";

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void hourThatWillExceedIsToldWhileItRunsWithWhatTheRestMustStayUnder() {
    journal.outlet(JournalFixture.stack(JournalFixture.hourLimit(SO2, "35", Basis.MEASURED)));
    minutes(0, 14, "40", Duration.ZERO);
    assertThat(told()).isEmpty();

    minutes(14, 15, "40", Duration.ZERO);

    assertThat(told()).hasSize(1);
    QualityRecord warning = told().get(0);
    assertThat(warning.from()).isEqualTo(at(8, 0));
    assertThat(warning.to()).isEqualTo(at(9, 0));
    assertThat(warning.detail())
        .isEqualTo(
            "the mean of 15 minutes is 40, the limit 35 mg/m3: the rest must stay under 33.3333");
    assertThat(journal.exceedances).isEmpty();
  }

  @Test
  void warningIsTakenBackWhenTheHourGetsBetter() {
    journal.outlet(JournalFixture.stack(JournalFixture.hourLimit(SO2, "35", Basis.MEASURED)));
    minutes(0, 15, "40", Duration.ZERO);
    minutes(15, 35, "10", Duration.ZERO);

    assertThat(told()).last().matches(QualityRecord::withdrawn);
  }

  @Test
  void anotherLimitAndAMarkCountFromTheNextLookOn() {
    journal.outlet(JournalFixture.stack(JournalFixture.hourLimit(SO2, "35", Basis.MEASURED)));
    minutes(0, 15, "40", Duration.ZERO);
    journal.outlet(JournalFixture.stack(JournalFixture.hourLimit(SO2, "45", Basis.MEASURED)));
    minutes(15, 20, "40", Duration.ZERO);
    assertThat(told()).last().matches(QualityRecord::withdrawn);

    journal.outlet(JournalFixture.stack(JournalFixture.hourLimit(SO2, "35", Basis.MEASURED)));
    minutes(20, 25, "40", Duration.ZERO);
    assertThat(told()).last().matches(warning -> !warning.withdrawn());
    journal.mark(
        new MarkRecord(
            1,
            Frames.MN,
            "m",
            null,
            at(8, 0),
            at(8, 20),
            "MAINTENANCE",
            null,
            "王工",
            "校准",
            at(8, 26),
            null,
            1,
            Mark.State.SET));
    minutes(25, 30, "40", Duration.ZERO);
    assertThat(told()).last().matches(QualityRecord::withdrawn);
  }

  @Test
  void minutesThatComeAfterTheHourWarnOfNothing() {
    journal.outlet(JournalFixture.stack(JournalFixture.hourLimit(SO2, "35", Basis.MEASURED)));
    minutes(0, 60, "40", Duration.ofHours(1));

    assertThat(told()).isEmpty();
  }

  private void minutes(int from, int to, String value, Duration late) {
    for (int minute = from; minute < to; minute++) {
      journal.receive(
          Frames.minute(8, minute, SO2, "Avg=" + value + ",Flag=N"), at(8, minute + 1).plus(late));
    }
  }

  private List<QualityRecord> told() {
    return journal.quality.stream().filter(one -> one.kind() == Kind.EARLY_WARNING).toList();
  }
}
