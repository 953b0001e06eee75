package io.touchline.alerts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * One PostgreSQL database: a small pool, Jdbi on top, and the migrations of whichever module asks.
 * Safe for any thread.
 */
public final class Database implements AutoCloseable {

  private static final int POOL_SIZE = 8;
  private static final int CONNECT_MILLIS = 5_000;
  private static final int SOCKET_SECONDS = 60;

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    // What a statement was given can be somebody's address; it has no place in a log.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
  }

  /**
   * Opens the pool without asking whether the server is there; the first use finds out.
   *
   * @param url {@code jdbc:postgresql://host:port/name}
   * @param password may be null where the server asks for none
   */
  public static Database open(String url, String user, String password) {
    return open(url, user, password, null);
  }

  /**
   * The same under a role that may do less than the user.
   *
   * @param role taken on by every connection; null for the user's own rights
   */
  public static Database open(String url, String user, String password, String role) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setPoolName("touchline");
    config.setMaximumPoolSize(POOL_SIZE);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setInitializationFailTimeout(-1);
    // A server that vanished without a word must not hold an inbox for ever.
    config.addDataSourceProperty("socketTimeout", SOCKET_SECONDS);
    config.addDataSourceProperty("tcpKeepAlive", true);
    config.addDataSourceProperty("reWriteBatchedInserts", true);
    config.addDataSourceProperty("ApplicationName", "touchline");
    if (role != null) {
      if (!role.matches("[a-z_][a-z0-9_]*")) {
        throw new IllegalArgumentException("'" + role + "' is no name of a role");
      }
      config.setConnectionInitSql("set role " + role);
    }
    return new Database(new HikariDataSource(config));
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  /**
   * Brings one module's schema up to date; several processes may do so at once.
   *
   * @param schema made where it is missing, with its own history table
   * @param location folder of the migrations on the class path
   * @throws IllegalStateException where the server is away or a migration does not apply
   */
  public void migrate(String schema, String location) {
    // A connection that died unnoticed would fail the whole migration: it takes new ones.
    pool.getHikariPoolMXBean().softEvictConnections();
    try {
      Flyway.configure()
          .dataSource(pool)
          .schemas(schema)
          .defaultSchema(schema)
          .locations("classpath:" + location)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new IllegalStateException(
          "the database schema '"
              + schema
              + "' could not be brought up to date at "
              + pool.getJdbcUrl()
              + ": check that PostgreSQL runs there and that the user may create schemas",
          e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
