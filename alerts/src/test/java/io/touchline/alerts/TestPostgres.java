package io.touchline.alerts;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** A real PostgreSQL server on loopback; each database asked of it is new and empty. */
public final class TestPostgres implements AutoCloseable {

  private final EmbeddedPostgres server;
  private int databases;

  private TestPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  public static TestPostgres start() {
    try {
      return new TestPostgres(EmbeddedPostgres.builder().start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JDBC address of a new database. */
  public String newDatabase() {
    String name = "test" + ++databases;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
  }

  public Database open() {
    return Database.open(newDatabase(), "postgres", "postgres");
  }

  /** Ends every connection to the database, as a restart of the server would. */
  public void cutConnections(String url) {
    String name = url.substring(url.lastIndexOf('/') + 1);
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement =
            connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")) {
      statement.setString(1, name);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
