package io.touchline.alerts.http;

import io.touchline.alerts.book.Place;

/**
 * Who asks.
 *
 * @param region what their region's code begins with; null for everywhere
 * @param enterprise credit code; null for who is of none
 * @param person who they are among the people that are told; null for none
 */
record Caller(String login, Role role, String region, String enterprise, String person) {

  /** Whether what concerns this place is theirs to see. */
  boolean sees(Place place) {
    if (role == Role.ENTERPRISE) {
      return enterprise != null && enterprise.equals(place.enterpriseCode());
    }
    return region == null || (place.regionCode() != null && place.regionCode().startsWith(region));
  }
}
