package io.touchline.app.role;

import java.util.List;

/** Whether a role does what it is there for. */
public interface Readiness {

  /** Whether it can still come to do so by itself; a role that cannot has to be started anew. */
  boolean isAlive();

  /** Why it does not do so now, a line each; empty where it does. */
  List<String> causes();
}
