package io.touchline.portal.page;

import io.touchline.domain.cases.CardList;
import java.util.List;
import java.util.Map;

/**
 * Yellow and red lists, the latest period first.
 *
 * @param prefectures of which lists can be drafted, by code; empty for the public
 * @param names of prefectures by code
 * @param periods that a list can be opened of
 */
public record ListsPage(
    List<CardList> lists,
    Map<String, String> prefectures,
    Map<String, String> names,
    List<String> periods) {

  public String name(String prefecture) {
    return names.getOrDefault(prefecture, prefecture);
  }
}
