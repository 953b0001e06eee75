package io.touchline.alerts.cases;

import io.touchline.domain.cases.Register;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Enterprises of a prefecture as lists name them. */
final class Registry {

  private static final int PREFECTURE_DIGITS = 4;

  private record Publisher(String authority, String contact) {}

  private Registry() {}

  static Map<String, Register> read(Handle handle, String prefecture) {
    String digits = prefecture.substring(0, PREFECTURE_DIGITS);
    String name =
        handle
            .createQuery("select name from alerts.region where code = :code")
            .bind("code", prefecture)
            .mapTo(String.class)
            .findOne()
            .orElse(prefecture);
    Publisher publisher =
        handle
            .createQuery("select authority, contact from alerts.publisher where prefecture = :code")
            .bind("code", prefecture)
            .map(
                (row, context) ->
                    new Publisher(row.getString("authority"), row.getString("contact")))
            .findOne()
            .orElse(new Publisher(name + "生态环境局", ""));
    Map<String, Map<String, String>> outlets = new HashMap<>();
    handle
        .createQuery(
            """
            select o.mn, coalesce(o.name, o.mn) as name, o.enterprise_code
            from alerts.discharger_outlet o join alerts.discharger d on d.code = o.enterprise_code
            where d.region_code like :digits""")
        .bind("digits", digits + "%")
        .map(
            (row, context) ->
                outlets
                    .computeIfAbsent(row.getString("enterprise_code"), code -> new HashMap<>())
                    .put(row.getString("mn"), row.getString("name")))
        .list();
    Map<String, Register> found = new HashMap<>();
    handle
        .createQuery(
            """
            select d.*, coalesce(r.name, d.region_code) as county
            from alerts.discharger d left join alerts.region r on r.code = d.region_code
            where d.region_code like :digits""")
        .bind("digits", digits + "%")
        .map(
            (row, context) ->
                found.put(
                    row.getString("code"),
                    new Register(
                        row.getString("code"),
                        row.getString("name") == null
                            ? row.getString("code")
                            : row.getString("name"),
                        row.getString("permits"),
                        row.getString("sector"),
                        prefecture,
                        name,
                        row.getString("county"),
                        outlets.getOrDefault(row.getString("code"), Map.of()),
                        publisher.authority(),
                        publisher.contact())))
        .list();
    return found;
  }
}
