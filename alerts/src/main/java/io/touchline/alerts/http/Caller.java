package io.touchline.alerts.http;

import io.touchline.alerts.book.Place;

/**
 * Who asks.
 *
 * @param region what their region's code begins with; null for everywhere
 * @param enterprise credit code; null for who is of none
 * @param person who they are among the people that are told; null for none
 */
public record Caller(String login, Role role, String region, String enterprise, String person) {

  /** Whether what concerns this place is theirs to see. */
  public boolean sees(Place place) {
    return sees(place.regionCode(), place.enterpriseCode());
  }

  /** The same of what lies in a region and belongs to an enterprise; null for not known. */
  public boolean sees(String regionCode, String enterpriseCode) {
    if (role == Role.ENTERPRISE) {
      return enterprise != null && enterprise.equals(enterpriseCode);
    }
    return region == null || (regionCode != null && regionCode.startsWith(region));
  }
}
