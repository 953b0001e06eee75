package io.touchline.portal.page;

import io.touchline.alerts.cases.CaseQuery;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.Finding;
import io.touchline.portal.read.AlertFilter;
import io.touchline.portal.read.PeriodMean;
import io.touchline.portal.read.Quarantined;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;

/** Addresses of the pages. */
public final class Links {

  public static final String FRONT = "/";
  public static final String SIGN_IN = "/sign-in";
  public static final String SIGN_OUT = "/sign-out";
  public static final String PUBLIC = "/public";
  public static final String WATCH = "/watch";
  public static final String QUALITY = "/quality";
  public static final String RATES = "/rates";
  public static final String OFFICER = "/officer";
  public static final String ENTERPRISE = "/enterprise";
  public static final String ALERTS = "/alerts";
  public static final String CASES = "/cases";
  public static final String LISTS = "/lists";
  public static final String PUBLIC_LISTS = "/public/lists";
  public static final String DESIGN = "/design";
  public static final String REGIONS = "/regions";
  public static final String STATIONS = "/stations";
  public static final String QUARANTINE = "/quarantine";
  public static final String ENTERPRISES = "/enterprises";

  private Links() {}

  /** The sign-in page that leads on to another. */
  public static String signIn(String to) {
    return SIGN_IN + "?to=" + part(to);
  }

  public static String alert(UUID id) {
    return ALERTS + "/" + id;
  }

  public static String outlet(String mn) {
    return "/outlets/" + part(mn);
  }

  /**
   * The list of alerts under conditions.
   *
   * @param page counted from 1
   */
  public static String alerts(AlertFilter filter, int page) {
    String query = query(filter, page);
    return query.isEmpty() ? ALERTS : ALERTS + "?" + query;
  }

  /** The same list as a file. */
  public static String export(AlertFilter filter) {
    String query = query(filter, 1);
    return ALERTS + ".csv" + (query.isEmpty() ? "" : "?" + query);
  }

  private static String query(AlertFilter filter, int page) {
    StringJoiner query = new StringJoiner("&");
    add(query, "region", filter.region());
    add(query, "sector", filter.sector());
    add(query, "medium", filter.medium());
    add(query, "factor", filter.factor());
    add(query, "grade", filter.grade());
    add(query, "subject", filter.subject());
    add(query, "state", filter.state() == AlertFilter.Stage.OPEN ? null : filter.state());
    add(query, "owner", filter.owner());
    add(query, "sort", filter.sort() == AlertFilter.Sort.NEWEST ? null : filter.sort());
    add(query, "page", page > 1 ? page : null);
    return query.toString();
  }

  private static void add(StringJoiner query, String name, Object value) {
    if (value != null) {
      query.add(name + "=" + part(value.toString()));
    }
  }

  /** One page of an outlet's table of periods. */
  public static String periods(String mn, AveragingPeriod period, String factor, int page) {
    String first = outlet(mn) + "?factor=" + part(factor) + "&period=" + period.name();
    return page > 1 ? first + "&page=" + page : first;
  }

  /**
   * One page of what was found of the data.
   *
   * @param kind null for all kinds
   */
  public static String quality(QualityRecord.Kind kind, int page) {
    String all = kind == null ? QUALITY : QUALITY + "?kind=" + kind.name();
    return page > 1 ? all + (kind == null ? "?" : "&") + "page=" + page : all;
  }

  /** The transmission rates of a month. */
  public static String rates(YearMonth month) {
    return RATES + "?month=" + month;
  }

  /** The page that says where a number came from. */
  public static String why(PeriodMean mean) {
    return outlet(mean.mn())
        + "/why?factor="
        + part(mean.factor())
        + "&period="
        + mean.period().name()
        + "&start="
        + part(ChinaTime.format(mean.start()));
  }

  /** Cases under conditions, all of which the address holds. */
  public static String cases(CaseQuery query) {
    StringJoiner all = new StringJoiner("&");
    add(all, "region", query.region());
    add(all, "state", query.stage());
    add(all, "card", query.card());
    add(all, "open", query.open() == null ? "all" : query.open() ? null : "false");
    add(all, "dueBefore", query.dueBefore());
    add(all, "after", query.after());
    return all.length() == 0 ? CASES : CASES + "?" + all;
  }

  /** One enforcement case. */
  public static String enforcementCase(String id) {
    return CASES + "/" + part(id);
  }

  /** A yellow and red list as it is worked on. */
  public static String list(String prefecture, String period) {
    return LISTS + "/" + part(prefecture) + "/" + part(period);
  }

  /** A list as it is published. */
  public static String publicList(String prefecture, String period) {
    return PUBLIC_LISTS + "/" + part(prefecture) + "/" + part(period);
  }

  /** Where a figure of a finding came from; null where it is of no one period of a factor. */
  public static String why(Finding finding) {
    if (finding.factor() == null || finding.to() == null) {
      return null;
    }
    return Stream.of(AveragingPeriod.HOUR, AveragingPeriod.DAY)
        .filter(period -> period.endOf(finding.from()).equals(finding.to()))
        .findFirst()
        .map(
            period ->
                outlet(finding.subject())
                    + "/why?factor="
                    + part(finding.factor())
                    + "&period="
                    + period.name()
                    + "&start="
                    + part(ChinaTime.format(finding.from())))
        .orElse(null);
  }

  public static String region(String code) {
    return REGIONS + "/" + part(code);
  }

  /**
   * A region in another year.
   *
   * @param code null for all regions
   */
  public static String region(String code, int year) {
    return (code == null ? REGIONS : region(code)) + "?year=" + year;
  }

  /** An enterprise as officers see it. */
  public static String enterprise(String code) {
    return ENTERPRISES + "/" + part(code);
  }

  /**
   * One page of the stations.
   *
   * @param state null for all
   */
  public static String stations(StationState state, int page) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    add(query, "state", state);
    add(query, "page", page > 1 ? page : null);
    return STATIONS + query;
  }

  /**
   * One page of what was not accepted.
   *
   * @param reason its code, null for all
   */
  public static String quarantine(String reason, int page) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    add(query, "reason", reason);
    add(query, "page", page > 1 ? page : null);
    return QUARANTINE + query;
  }

  /** A piece that was not accepted, field by field. */
  public static String piece(Quarantined piece) {
    return QUARANTINE + "/" + piece.partition() + "/" + piece.offset();
  }

  static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
