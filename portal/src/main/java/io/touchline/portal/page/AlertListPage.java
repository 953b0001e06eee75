package io.touchline.portal.page;

import io.touchline.alerts.http.Caller;
import io.touchline.domain.alert.Grade;
import io.touchline.portal.read.AlertFilter;
import io.touchline.portal.read.AlertList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the list of alerts says.
 *
 * @param total how many there are on all pages
 * @param grades how many of each grade there are under the same conditions but the grade
 * @param page counted from 1
 * @param acknowledged how many were acknowledged just now, null where none were
 */
public record AlertListPage(
    Caller caller,
    AlertFilter filter,
    List<AlertList.Row> rows,
    long total,
    Map<Grade, Long> grades,
    AlertList.Facets facets,
    int page,
    int pages,
    Integer acknowledged,
    Instant now) {

  /** The conditions in words, for the line below the title; "" where there is none. */
  public String conditions(Words words) {
    List<String> parts = new ArrayList<>();
    if (filter.region() != null) {
      parts.add(regionName(words, filter.region()));
    }
    if (filter.sector() != null) {
      parts.add(filter.sector());
    }
    if (filter.medium() != null) {
      parts.add(words.of(filter.medium()));
    }
    if (filter.factor() != null) {
      parts.add(words.factor(filter.factor()));
    }
    if (filter.grade() != null) {
      parts.add(words.alert(filter.grade()));
    }
    if (filter.subject() != null) {
      parts.add(words.alert(filter.subject()));
    }
    if (filter.owner() != null) {
      parts.add(words.text("alerts.ownedBy", filter.owner()));
    }
    parts.add(words.of(filter.sort()));
    return String.join(words.text("alerts.between"), parts);
  }

  private String regionName(Words words, String code) {
    return facets.regions().stream()
        .filter(region -> region.code().equals(code))
        .findFirst()
        .map(region -> words.region(region.code(), region.name()))
        .orElseGet(() -> words.region(code, null));
  }

  /** The regions to choose from, by province. */
  public Map<String, List<AlertList.Region>> provinces() {
    Map<String, List<AlertList.Region>> provinces = new LinkedHashMap<>();
    for (AlertList.Region region : facets.regions()) {
      provinces
          .computeIfAbsent(
              region.code().substring(0, Math.min(2, region.code().length())),
              code -> new ArrayList<>())
          .add(region);
    }
    return provinces;
  }

  public boolean isFiltered() {
    return !filter.withSort(AlertFilter.Sort.NEWEST).equals(AlertFilter.OPEN);
  }
}
