package io.touchline.app.replay;

import io.touchline.app.Complaint;
import io.touchline.contract.MeansRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;

/** What {@code --why MN/FACTOR/PERIOD} asks for: one factor of one hour or day. */
record WhyQuestion(String mn, String factor, AveragingPeriod period, Instant start) {

  private static final int DATE = "2026-01-01".length();
  private static final int MONTH = "2026-01".length();

  /**
   * Reads the option. PERIOD is {@code 2026-01-01T08} for an hour, {@code 2026-01-01} for a day and
   * {@code 2026-01} for a month, in China's time.
   */
  static WhyQuestion parse(String text) {
    int first = text.indexOf('/');
    int second = text.indexOf('/', first + 1);
    if (first <= 0 || second <= first + 1) {
      throw Complaint.usage("why.usage", text);
    }
    String period = text.substring(second + 1);
    String mn = text.substring(0, first);
    String factor = text.substring(first + 1, second);
    try {
      if (period.length() == MONTH) {
        return new WhyQuestion(
            mn, factor, AveragingPeriod.MONTH, start(YearMonth.parse(period).atDay(1)));
      }
      return period.length() == DATE
          ? new WhyQuestion(mn, factor, AveragingPeriod.DAY, start(LocalDate.parse(period)))
          : new WhyQuestion(mn, factor, AveragingPeriod.HOUR, hour(period));
    } catch (DateTimeException noPeriod) {
      throw Complaint.usage("why.usage", text);
    }
  }

  boolean asksFor(MeansRecord record) {
    return record.mn().equals(mn) && record.period() == period && record.start().equals(start);
  }

  private static Instant start(LocalDate day) {
    return ChinaTime.instant(day.atStartOfDay());
  }

  private static Instant hour(String text) {
    return ChinaTime.instant(LocalDateTime.parse(text + ":00:00"));
  }
}
