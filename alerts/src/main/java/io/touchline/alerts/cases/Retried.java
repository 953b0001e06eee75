package io.touchline.alerts.cases;

import java.sql.SQLException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Transactions that are done again where the server ended them because others were in the way. */
final class Retried {

  private static final int TIMES = 3;
  private static final String DEADLOCK = "40P01";

  private Retried() {}

  static <T> T inTransaction(Jdbi jdbi, HandleCallback<T, RuntimeException> work) {
    for (int time = 1; ; time++) {
      try {
        return jdbi.inTransaction(work);
      } catch (RuntimeException e) {
        if (time == TIMES || !isDeadlock(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isDeadlock(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
