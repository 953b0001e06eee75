package io.touchline.alerts.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/**
 * Who may come in. A session is a random token of which the database has only the hash; five wrong
 * passwords in a row lock an account for a quarter of an hour.
 */
public final class Accounts {

  private static final Duration SESSION = Duration.ofHours(8);
  private static final Duration LOCK = Duration.ofMinutes(15);
  private static final int FAILURES = 5;
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  // What an unknown login is held against, so that it takes as long as a known one.
  private static final String NOBODY = Passwords.hash("nobody");

  /** A session that was opened. */
  public record Session(String token, Instant expiresAt) {}

  private record Account(String hash, Instant lockedTill, String secret, long used) {}

  private final Jdbi jdbi;
  private final Clock clock;

  public Accounts(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Empty where login and password are none, or are locked.
   *
   * @param code of the second factor, null where none is given; each counts once
   */
  public Optional<Session> open(String login, String password, String code) {
    Instant now = clock.instant();
    Optional<Account> account =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select password_hash, locked_till, totp_secret, totp_used
                        from alerts.app_user where login = ?""")
                    .bind(0, login)
                    .map(
                        (row, context) ->
                            new Account(
                                row.getString("password_hash"),
                                Optional.ofNullable(row.getTimestamp("locked_till"))
                                    .map(Timestamp::toInstant)
                                    .orElse(Instant.MIN),
                                row.getString("totp_secret"),
                                row.getLong("totp_used")))
                    .findOne());
    boolean fits = Passwords.fits(password, account.map(Account::hash).orElse(NOBODY));
    if (account.isEmpty() || account.get().lockedTill().isAfter(now)) {
      return Optional.empty();
    }
    if (!fits || !secondFits(login, account.get(), code, now)) {
      jdbi.useHandle(
          handle ->
              handle.execute(
                  """
                  update alerts.app_user set failures = failures + 1,
                    locked_till = case when (failures + 1) % ? = 0 then ? else locked_till end
                  where login = ?""",
                  FAILURES, Timestamp.from(now.plus(LOCK)), login));
      return Optional.empty();
    }
    return Optional.of(session(login, now));
  }

  /** Whether the account has no second factor, or this is its code and was not used. */
  private boolean secondFits(String login, Account account, String code, Instant now) {
    if (account.secret() == null) {
      return true;
    }
    OptionalLong step =
        code == null
            ? OptionalLong.empty()
            : Totp.step(account.secret(), code, now, account.used());
    return step.isPresent()
        && jdbi.withHandle(
                handle ->
                    handle.execute(
                        "update alerts.app_user set totp_used = ? where login = ? and totp_used < ?",
                        step.getAsLong(),
                        login,
                        step.getAsLong()))
            == 1;
  }

  /** Gives an account a second factor, another where it has one; its sessions end. */
  Optional<String> addSecondFactor(String login) {
    String secret = Totp.newSecret();
    return setSecret(login, secret) ? Optional.of(secret) : Optional.empty();
  }

  /** Whether there is such an account. */
  boolean removeSecondFactor(String login) {
    return setSecret(login, null);
  }

  private boolean setSecret(String login, String secret) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("delete from alerts.access_token where login = ?", login);
          return handle.execute(
                  "update alerts.app_user set totp_secret = ?, totp_used = 0 where login = ?",
                  secret,
                  login)
              == 1;
        });
  }

  private Session session(String login, Instant now) {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant expires = now.plus(SESSION);
    jdbi.useTransaction(
        handle -> {
          handle.execute("update alerts.app_user set failures = 0 where login = ?", login);
          handle.execute(
              "delete from alerts.access_token where expires_at <= ?", Timestamp.from(now));
          handle.execute(
              "insert into alerts.access_token (token_hash, login, expires_at) values (?, ?, ?)",
              hash(token),
              login,
              Timestamp.from(expires));
        });
    return new Session(token, expires);
  }

  public void close(String token) {
    jdbi.useHandle(
        handle ->
            handle.execute("delete from alerts.access_token where token_hash = ?", hash(token)));
  }

  /** Whose token it is; empty where it is nobody's any more. */
  public Optional<Caller> caller(String token) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select u.* from alerts.access_token t join alerts.app_user u using (login)
                    where t.token_hash = :hash and t.expires_at > :now""")
                .bind("hash", hash(token))
                .bind("now", Timestamp.from(clock.instant()))
                .map(
                    (row, context) ->
                        new Caller(
                            row.getString("login"),
                            Role.valueOf(row.getString("role")),
                            row.getString("region_prefix"),
                            row.getString("enterprise_code"),
                            row.getString("person_id")))
                .findOne());
  }

  /** Whether nobody has been let in yet: an installation without accounts. */
  public boolean isEmpty() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select not exists (select from alerts.app_user)")
                .mapTo(Boolean.class)
                .one());
  }

  /** Logins that may be given alerts of a region: its officers and supervisors, by name. */
  public List<String> officersOf(String region) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select login from alerts.app_user
                    where role in ('OFFICER', 'SUPERVISOR')
                      and (region_prefix is null or starts_with(:region, region_prefix))
                    order by login""")
                .bind("region", region == null ? "" : region)
                .mapTo(String.class)
                .list());
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
