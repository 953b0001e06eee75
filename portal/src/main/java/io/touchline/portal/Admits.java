package io.touchline.portal;

import io.javalin.security.RouteRole;
import io.touchline.alerts.http.Role;

/** Whom an address lets in. An address that names nobody lets nobody in. */
enum Admits implements RouteRole {
  /** Also who has not signed in. */
  EVERYBODY,
  OFFICER,
  SUPERVISOR,
  LEGAL,
  HEAD,
  ENTERPRISE,
  OPERATIONS,
  SYSTEM_ADMIN,
  SECURITY_ADMIN,
  AUDITOR;

  static final Admits[] SIGNED_IN = {
    OFFICER, SUPERVISOR, LEGAL, HEAD, ENTERPRISE, OPERATIONS, SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR
  };

  /** Who sees readings and judgements, all or their own. */
  static final Admits[] BUSINESS = {OFFICER, SUPERVISOR, LEGAL, HEAD, ENTERPRISE, OPERATIONS};

  static final Admits[] OFFICERS = {OFFICER, SUPERVISOR};

  /** Who works on cases for the authority. */
  static final Admits[] CASE_OFFICERS = {OFFICER, SUPERVISOR, LEGAL, HEAD};

  /** The same, and whom a case is about. */
  static final Admits[] CASE_PARTIES = {OFFICER, SUPERVISOR, LEGAL, HEAD, ENTERPRISE};

  /** Who may publish a list. */
  static final Admits[] PUBLISHERS = {SUPERVISOR, HEAD};

  static final Admits[] AUTHORITY = {OFFICER, SUPERVISOR, LEGAL, HEAD, OPERATIONS};

  static Admits of(Role role) {
    return switch (role) {
      case OFFICER -> OFFICER;
      case SUPERVISOR -> SUPERVISOR;
      case LEGAL -> LEGAL;
      case HEAD -> HEAD;
      case ENTERPRISE -> ENTERPRISE;
      case OPERATIONS -> OPERATIONS;
      case SYSTEM_ADMIN -> SYSTEM_ADMIN;
      case SECURITY_ADMIN -> SECURITY_ADMIN;
      case AUDITOR -> AUDITOR;
    };
  }
}
