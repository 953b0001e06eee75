package io.touchline.portal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.touchline.contract.Json;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FrameRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads the means for the pages. */
public final class Means {

  private static final TypeReference<List<FrameRef>> FRAMES = new TypeReference<>() {};

  private final Jdbi jdbi;

  public Means(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * For every outlet and factor whose hour or day mean a limit applies to, its newest period and
   * the 23 before it, oldest first.
   */
  public List<PeriodMean> lastDayOfAll() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + PeriodMeanRow.COLUMNS
                        + """
                         from portal.latest_mean l
                        join portal.period_mean m on m.mn = l.mn and m.period = l.period
                          and m.factor = l.factor and m.started_at <= l.started_at
                          and m.started_at > l.started_at - case l.period
                            when 'HOUR' then interval '24 hours' else interval '24 days' end
                        where m.rule is not null
                          and split_part(m.rule, '/', 2) not in ('FIVE_MINUTES', 'MONTH_SHARE')
                        order by m.mn, m.factor, m.period desc, m.started_at""")
                .map(new PeriodMeanRow())
                .list());
  }

  /** The newest period of every factor of one outlet, judged or not. */
  public List<PeriodMean> newest(String mn) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + PeriodMeanRow.COLUMNS
                        + """
                         from portal.latest_mean l
                        join portal.period_mean m using (mn, period, factor, started_at)
                        where l.mn = :mn order by m.factor, m.period desc""")
                .bind("mn", mn)
                .map(new PeriodMeanRow())
                .list());
  }

  /** All factors of one outlet between two instants, oldest first. */
  public List<PeriodMean> between(String mn, AveragingPeriod period, Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + PeriodMeanRow.COLUMNS
                        + """
                         from portal.period_mean m
                        where mn = :mn and period = :period
                          and started_at >= :from and started_at <= :to
                        order by started_at, factor""")
                .bind("mn", mn)
                .bind("period", period.name())
                .bind("from", Timestamp.from(from))
                .bind("to", Timestamp.from(to))
                .map(new PeriodMeanRow())
                .list());
  }

  /**
   * One page of one factor's periods, newest first.
   *
   * @param skip rows of the pages before it
   */
  public List<PeriodMean> page(
      String mn, AveragingPeriod period, String factor, int skip, int rows) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + PeriodMeanRow.COLUMNS
                        + """
                         from portal.period_mean m
                        where mn = :mn and period = :period and factor = :factor
                        order by started_at desc offset :skip limit :rows""")
                .bind("mn", mn)
                .bind("period", period.name())
                .bind("factor", factor)
                .bind("skip", skip)
                .bind("rows", rows)
                .map(new PeriodMeanRow())
                .list());
  }

  public Optional<PeriodMean> find(
      String mn, AveragingPeriod period, Instant start, String factor) {
    return revisions("portal.period_mean", mn, period, start, factor).stream().findFirst();
  }

  /** What the newest revision replaced while this portal was watching, newest first. */
  public List<PeriodMean> past(String mn, AveragingPeriod period, Instant start, String factor) {
    return revisions("portal.period_mean_past", mn, period, start, factor);
  }

  private List<PeriodMean> revisions(
      String table, String mn, AveragingPeriod period, Instant start, String factor) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + PeriodMeanRow.COLUMNS
                        + " from "
                        + table
                        + """
                         m where mn = :mn and period = :period and started_at = :start
                          and factor = :factor
                        order by revision desc""")
                .bind("mn", mn)
                .bind("period", period.name())
                .bind("start", Timestamp.from(start))
                .bind("factor", factor)
                .map(new PeriodMeanRow())
                .list());
  }

  /** Every frame of a period, in the order that inputs point into. */
  public List<FrameRef> frames(String mn, AveragingPeriod period, Instant start) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select frames from portal.period_frames
                    where mn = :mn and period = :period and started_at = :start""")
                .bind("mn", mn)
                .bind("period", period.name())
                .bind("start", Timestamp.from(start))
                .map((row, context) -> frames(row.getString("frames")))
                .findOne()
                .orElse(List.of()));
  }

  private static List<FrameRef> frames(String json) {
    try {
      return Json.mapper().readValue(json, FRAMES);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the table holds what was not written", impossible);
    }
  }
}
