package io.touchline.portal.read;

import io.touchline.alerts.Database;
import io.touchline.fixtures.TestPostgres;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real server for a class of tests, and for each of them a new database with the read models. */
final class PortalDatabase
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  private TestPostgres postgres;
  private Database database;

  Jdbi jdbi() {
    return database.jdbi();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    postgres = TestPostgres.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    database = Database.open(postgres.newDatabase(), "postgres", "postgres");
    database.migrate("portal", "io/touchline/portal/migration");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    database.close();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    postgres.close();
  }
}
