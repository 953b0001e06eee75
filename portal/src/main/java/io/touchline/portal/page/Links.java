package io.touchline.portal.page;

import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.portal.read.PeriodMean;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;

/** Addresses of the pages. */
public final class Links {

  private Links() {}

  public static String outlet(String mn) {
    return "/outlets/" + part(mn);
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
    String all = kind == null ? "/quality" : "/quality?kind=" + kind.name();
    return page > 1 ? all + (kind == null ? "?" : "&") + "page=" + page : all;
  }

  /** The transmission rates of a month. */
  public static String rates(YearMonth month) {
    return "/rates?month=" + month;
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

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
