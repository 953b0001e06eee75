package io.touchline.alerts.cases;

import io.touchline.domain.cases.Actor;
import io.touchline.domain.cases.Role;

/**
 * Who takes part in cases or looks at them.
 *
 * @param login name of the account
 * @param role in cases; null for who only looks
 * @param region what their region's code begins with; null for everywhere
 * @param enterprise credit code; null for who is of none
 */
public record Participant(String login, Role role, String region, String enterprise) {

  /** The software itself. */
  public static final Participant SYSTEM = new Participant("touchline", Role.SYSTEM, null, null);

  public Actor actor() {
    return new Actor(role, login);
  }

  /** Whether the case of an enterprise in a region is theirs to see. */
  public boolean sees(String enterpriseCode, String regionCode) {
    if (role == Role.ENTERPRISE) {
      return enterprise != null && enterprise.equals(enterpriseCode);
    }
    return region == null || (regionCode != null && regionCode.startsWith(region));
  }

  String roleName() {
    return role == null ? "READER" : role.name();
  }
}
