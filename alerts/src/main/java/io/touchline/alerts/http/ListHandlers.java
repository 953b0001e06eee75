package io.touchline.alerts.http;

import io.javalin.http.Context;
import io.touchline.alerts.cases.CardLists;
import io.touchline.alerts.cases.ListExport;
import io.touchline.contract.CardListRecord;
import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.ListPeriod;
import io.touchline.domain.cases.Signature;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Yellow and red lists: for those who make them, and what is published for anybody. */
final class ListHandlers {

  record Note(String note) {}

  private static final Pattern QUARTER = Pattern.compile("(\\d{4})Q([1-4])");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");

  private final CardLists lists;
  private final ListExport export;

  ListHandlers(CardLists lists, ListExport export) {
    this.lists = lists;
    this.export = export;
  }

  Object published(Context ctx, Caller anybody) {
    return lists.published(ctx.queryParam("region"), Requests.limit(ctx)).stream()
        .map(CardListRecord::of)
        .toList();
  }

  Object one(Context ctx, Caller anybody) {
    CardList.Published list = publishedOne(ctx);
    String format = ctx.queryParam("format");
    if (format == null) {
      return CardListRecord.of(list);
    }
    return file(list, format);
  }

  private CardList.Published publishedOne(Context ctx) {
    String version = ctx.queryParam("version");
    if (version != null && !version.matches("\\d{1,4}")) {
      throw new Refusal(400, "version is a whole number");
    }
    String prefecture = prefecture(ctx);
    ListPeriod period = period(ctx);
    return (version == null
            ? lists.published(prefecture, period)
            : lists.published(prefecture, period, Integer.parseInt(version)))
        .orElseThrow(
            () ->
                new Refusal(
                    404, "no list of " + prefecture + " for " + period.text() + " is published"));
  }

  private FileAnswer file(CardList list, String name) {
    ListExport.Format format;
    try {
      format = ListExport.Format.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "format is CSV, JSON, XLSX or PDF");
    }
    return new FileAnswer(
        ListExport.fileName(list.content(), format),
        format.mediaType(),
        export.bytes(list, format));
  }

  Object working(Context ctx, Caller caller) {
    CardList list =
        lists
            .latest(caller.participant(), prefecture(ctx), period(ctx))
            .orElseThrow(() -> Refusal.notFound("the list"));
    String format = ctx.queryParam("format");
    return format == null ? CardListRecord.of(list) : file(list, format);
  }

  Object draft(Context ctx, Caller caller) {
    String note = Requests.body(ctx, Note.class).note();
    return said(lists.draft(caller.participant(), prefecture(ctx), period(ctx), note));
  }

  Object review(Context ctx, Caller caller) {
    return said(lists.review(caller.participant(), prefecture(ctx), period(ctx)));
  }

  Object publish(Context ctx, Caller caller) {
    Signature signature = Requests.body(ctx, Signature.class);
    return said(lists.publish(caller.participant(), prefecture(ctx), period(ctx), signature));
  }

  private static Object said(CardLists.Answer answer) {
    if (answer instanceof CardLists.Refused refused) {
      throw new Refusal(409, refused.why() + "; " + refused.instead());
    }
    return CardListRecord.of(((CardLists.Done) answer).list());
  }

  private static String prefecture(Context ctx) {
    String code = ctx.pathParam("prefecture");
    if (!code.matches("\\d{4}00")) {
      throw new Refusal(400, "a prefecture is named by the six digits of its code: 630100");
    }
    return code;
  }

  private static ListPeriod period(Context ctx) {
    String text = ctx.pathParam("period");
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches()) {
      int month = Integer.parseInt(quarter.group(2)) * 3 - 2;
      return new ListPeriod(
          ListPeriod.Kind.QUARTER, LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1));
    }
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      return new ListPeriod(ListPeriod.Kind.MONTH, LocalDate.parse(text + "-01"));
    }
    throw new Refusal(400, "a period is a quarter, 2026Q1, or a month, 2026-01");
  }
}
