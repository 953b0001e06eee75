package io.touchline.app.demo;

import io.touchline.alerts.Database;
import io.touchline.alerts.channel.Secrets;
import io.touchline.alerts.http.Role;
import io.touchline.alerts.setup.SetupFile;
import io.touchline.portal.DemoAccount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** One account of each role, with a password that only this run and its sign-in page know. */
final class DemoAccounts {

  private static final String ACCOUNTS = "/io/touchline/app/demo-alerts/accounts.yaml";
  private static final String SECRET = "demo-password";
  private static final int BYTES = 16;

  private DemoAccounts() {}

  /**
   * Makes them.
   *
   * @param folder of the alerts role
   */
  static List<DemoAccount> in(Path folder, Database database) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    try (InputStream shipped = DemoAccounts.class.getResourceAsStream(ACCOUNTS)) {
      Path file = folder.resolve("accounts.yaml");
      Files.copy(shipped, file, StandardCopyOption.REPLACE_EXISTING);
      Files.writeString(folder.resolve(SECRET), password);
      SetupFile.apply(file, database, new Secrets(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        new DemoAccount("officer", password, Role.OFFICER),
        new DemoAccount("supervisor", password, Role.SUPERVISOR),
        new DemoAccount("legal", password, Role.LEGAL),
        new DemoAccount("head", password, Role.HEAD),
        new DemoAccount("plant", password, Role.ENTERPRISE),
        new DemoAccount("operations", password, Role.OPERATIONS));
  }
}
