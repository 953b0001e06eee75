package io.touchline.alerts.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.CardListRecord;
import io.touchline.contract.Json;
import io.touchline.domain.cases.CardList;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.ListPeriod;
import io.touchline.domain.cases.Signature;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of lists. */
final class ListStore {

  private static final String OF =
      " where prefecture = :prefecture and kind = :kind and first_day = :first ";

  private ListStore() {}

  /** What is hashed of a list. */
  static String hash(CardList.Content content) {
    return hash(Json.text(content));
  }

  static String hash(String content) {
    return Chain.hash(Map.of("content", content));
  }

  static void lock(Handle handle, String prefecture, ListPeriod period) {
    handle
        .createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:k, 6))) x")
        .bind("k", "list of " + prefecture + period.text())
        .mapTo(Integer.class)
        .one();
  }

  static Optional<CardList> latest(
      Handle handle, String prefecture, ListPeriod period, boolean published) {
    return handle
        .createQuery(
            "select * from alerts.card_list"
                + OF
                + (published ? "and state = 'PUBLISHED' " : "")
                + "order by version desc limit 1")
        .bind("prefecture", prefecture)
        .bind("kind", period.kind().name())
        .bind("first", Date.valueOf(period.first()))
        .map(ListStore::read)
        .findOne();
  }

  static Optional<CardList.Published> publishedVersion(
      Handle handle, String prefecture, ListPeriod period, int version) {
    return handle
        .createQuery(
            "select * from alerts.card_list"
                + OF
                + "and state = 'PUBLISHED' and version = :version")
        .bind("prefecture", prefecture)
        .bind("kind", period.kind().name())
        .bind("first", Date.valueOf(period.first()))
        .bind("version", version)
        .map(ListStore::read)
        .findOne()
        .map(CardList.Published.class::cast);
  }

  static List<CardList.Published> published(Handle handle, String region, int limit) {
    return handle
        .createQuery(
            """
            select * from (
              select distinct on (prefecture, kind, first_day) * from alerts.card_list
              where state = 'PUBLISHED'
                and (cast(:region as text) is null or prefecture like :region || '%')
              order by prefecture, kind, first_day, version desc) latest
            order by first_day desc, prefecture, kind limit :limit""")
        .bind("region", region)
        .bind("limit", limit)
        .map(ListStore::read)
        .list()
        .stream()
        .map(CardList.Published.class::cast)
        .toList();
  }

  static List<CardList> working(Handle handle, String region, int limit) {
    return handle
        .createQuery(
            """
            select * from (
              select distinct on (prefecture, kind, first_day) * from alerts.card_list
              where cast(:region as text) is null or prefecture like :region || '%'
              order by prefecture, kind, first_day, version desc) latest
            order by first_day desc, prefecture, kind limit :limit""")
        .bind("region", region)
        .bind("limit", limit)
        .map(ListStore::read)
        .list();
  }

  static Map<String, String> prefectures(Handle handle, String region) {
    Map<String, String> names = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select code, name from alerts.region
            where code like '____00' and code not like '__0000'
              and (cast(:region as text) is null or code like :region || '%') order by code""")
        .bind("region", region)
        .map((row, context) -> names.put(row.getString("code"), row.getString("name")))
        .list();
    return names;
  }

  /** All cases of enterprises of a prefecture. */
  static List<CaseFile> cases(Handle handle, String prefecture) {
    List<String> ids =
        handle
            .createQuery(
                """
                select s.case_id from alerts.case_state s
                join alerts.discharger d on d.code = s.enterprise
                where d.region_code like :digits order by s.case_id""")
            .bind("digits", prefecture.substring(0, 4) + "%")
            .mapTo(String.class)
            .list();
    return ids.stream().map(id -> CaseStore.find(handle, id).orElseThrow().file()).toList();
  }

  static void write(Handle handle, CardList list) {
    CardList.Content content = list.content();
    String json = Json.text(content);
    handle.execute(
        """
        insert into alerts.card_list
          (prefecture, kind, first_day, version, state, content, content_hash)
        values (?, ?, ?, ?, 'DRAFT', cast(? as json), ?)""",
        content.prefecture(),
        content.period().kind().name(),
        Date.valueOf(content.period().first()),
        content.version(),
        json,
        hash(json));
  }

  static void discard(Handle handle, CardList.Content content) {
    handle.execute(
        """
        delete from alerts.card_list
        where prefecture = ? and kind = ? and first_day = ? and version = ?""",
        content.prefecture(),
        content.period().kind().name(),
        Date.valueOf(content.period().first()),
        content.version());
  }

  static void change(Handle handle, CardList list) {
    CardList.Content content = list.content();
    if (list instanceof CardList.Reviewed reviewed) {
      handle.execute(
          """
          update alerts.card_list set state = 'REVIEWED', reviewer = ?, reviewed_at = ?
          where prefecture = ? and kind = ? and first_day = ? and version = ?""",
          reviewed.reviewer(),
          Timestamp.from(reviewed.at()),
          content.prefecture(),
          content.period().kind().name(),
          Date.valueOf(content.period().first()),
          content.version());
    } else if (list instanceof CardList.Published published) {
      handle.execute(
          """
          update alerts.card_list
          set state = 'PUBLISHED', signature = cast(? as json), published_at = ?
          where prefecture = ? and kind = ? and first_day = ? and version = ?""",
          Json.text(published.signature()),
          Timestamp.from(published.at()),
          content.prefecture(),
          content.period().kind().name(),
          Date.valueOf(content.period().first()),
          content.version());
      Outbox.add(
          handle,
          Outbox.Kind.CARD_LIST,
          content.prefecture() + '|' + content.period().text() + '|' + content.version(),
          Json.text(CardListRecord.of(published)));
    }
  }

  static CardList read(ResultSet row, StatementContext context) throws SQLException {
    CardList.Content content = json(row.getString("content"), CardList.Content.class);
    return switch (CardListRecord.State.valueOf(row.getString("state"))) {
      case DRAFT -> new CardList.Draft(content);
      case REVIEWED ->
          new CardList.Reviewed(
              content, row.getString("reviewer"), row.getTimestamp("reviewed_at").toInstant());
      case PUBLISHED ->
          new CardList.Published(
              content,
              row.getString("reviewer"),
              json(row.getString("signature"), Signature.class),
              row.getTimestamp("published_at").toInstant());
    };
  }

  private static <T> T json(String text, Class<T> type) {
    try {
      return Json.mapper().readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds a list that is none", e);
    }
  }
}
