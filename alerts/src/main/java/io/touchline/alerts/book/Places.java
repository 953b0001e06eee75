package io.touchline.alerts.book;

import io.touchline.domain.alert.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Whom places concern, by MN; a region is its own. */
final class Places {

  private Places() {}

  static Map<String, Place> of(Handle handle, Collection<String> places) {
    Map<String, Place> found = new HashMap<>();
    handle
        .createQuery(
            """
            select o.mn, o.code, o.name, o.enterprise_code, o.enterprise_name, o.region_code,
                   o.region_name, o.medium, e.sector, coalesce(e.key_discharger, false) as is_key
            from alerts.outlet o left join alerts.enterprise e on e.code = o.enterprise_code
            where o.mn = any(:places)""")
        .bindArray("places", String.class, places.stream().distinct().toArray())
        .map(
            (row, context) ->
                found.put(
                    row.getString("mn"),
                    new Place(
                        row.getString("name"),
                        row.getString("enterprise_code"),
                        row.getString("enterprise_name"),
                        row.getString("region_code"),
                        row.getString("region_name"),
                        row.getString("medium"),
                        row.getString("sector"),
                        row.getBoolean("is_key"))))
        .list();
    handle
        .createQuery(
            """
            select distinct on (o.enterprise_code)
                   o.enterprise_code, o.enterprise_name, o.region_code, o.region_name, e.sector,
                   coalesce(e.key_discharger, false) as is_key
            from alerts.outlet o left join alerts.enterprise e on e.code = o.enterprise_code
            where o.enterprise_code = any(:places) order by o.enterprise_code, o.mn""")
        .bindArray("places", String.class, places.stream().distinct().toArray())
        .map(
            (row, context) ->
                found.put(
                    row.getString("enterprise_code"),
                    new Place(
                        null,
                        row.getString("enterprise_code"),
                        row.getString("enterprise_name"),
                        row.getString("region_code"),
                        row.getString("region_name"),
                        null,
                        row.getString("sector"),
                        row.getBoolean("is_key"))))
        .list();
    return found;
  }

  static Place in(Map<String, Place> places, String place, Subject subject) {
    Place found = places.get(place);
    if (found != null) {
      return found;
    }
    return subject == Subject.SILENCE && place.length() <= 12 ? Place.region(place) : Place.UNKNOWN;
  }
}
