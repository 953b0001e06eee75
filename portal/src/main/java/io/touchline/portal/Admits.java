package io.touchline.portal;

import io.javalin.security.RouteRole;
import io.touchline.alerts.http.Role;

/** Whom an address lets in. An address that names nobody lets nobody in. */
enum Admits implements RouteRole {
  /** Also who has not signed in. */
  EVERYBODY,
  OFFICER,
  SUPERVISOR,
  ENTERPRISE,
  OPERATIONS;

  static final Admits[] SIGNED_IN = {OFFICER, SUPERVISOR, ENTERPRISE, OPERATIONS};
  static final Admits[] OFFICERS = {OFFICER, SUPERVISOR};
  static final Admits[] AUTHORITY = {OFFICER, SUPERVISOR, OPERATIONS};

  static Admits of(Role role) {
    return switch (role) {
      case OFFICER -> OFFICER;
      case SUPERVISOR -> SUPERVISOR;
      case ENTERPRISE -> ENTERPRISE;
      case OPERATIONS -> OPERATIONS;
    };
  }
}
