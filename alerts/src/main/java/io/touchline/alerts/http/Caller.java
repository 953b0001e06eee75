package io.touchline.alerts.http;

import io.touchline.alerts.book.Place;
import io.touchline.alerts.cases.Participant;

/**
 * Who asks.
 *
 * @param region what their region's code begins with; null for everywhere
 * @param enterprise credit code; null for who is of none
 * @param person who they are among the people that are told; null for none
 */
public record Caller(String login, Role role, String region, String enterprise, String person) {

  /** Who they are in cases. */
  public Participant participant() {
    io.touchline.domain.cases.Role inCases =
        switch (role) {
          case OFFICER, SUPERVISOR -> io.touchline.domain.cases.Role.OFFICER;
          case LEGAL -> io.touchline.domain.cases.Role.LEGAL_OFFICER;
          case HEAD -> io.touchline.domain.cases.Role.HEAD;
          case ENTERPRISE -> io.touchline.domain.cases.Role.ENTERPRISE;
          case OPERATIONS, SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR -> null;
        };
    return new Participant(login, inCases, region, enterprise);
  }

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
