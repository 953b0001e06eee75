package io.touchline.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of the system, driven by the node of the system: nothing is downloaded. Where one of
 * them is missing, the tests that need it are skipped with a sentence.
 */
final class SystemBrowser implements AutoCloseable {

  private static final Path DRIVER =
      Path.of("..", ".touchline", "playwright", "node_modules", "playwright-core");

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private SystemBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Opens it; ends the test with what to install where it cannot. */
  static SystemBrowser open() {
    Optional<Path> chromium = found("chromium", "chromium-browser", "google-chrome");
    Optional<Path> node = found("node");
    Assumptions.assumeTrue(
        chromium.isPresent(), "skipped: no Chromium here; apt-get install chromium brings one");
    Assumptions.assumeTrue(
        node.isPresent() && Files.exists(DRIVER),
        "skipped: no driver of the browser here; npm install --prefix .touchline/playwright"
            + " playwright-core brings it, as .ci/run does");
    System.setProperty("playwright.cli.dir", driver(node.get()).toString());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new SystemBrowser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(chromium.get()).setArgs(QUIET)));
  }

  Browser browser() {
    return browser;
  }

  /** A folder as the Java part of Playwright wants it. */
  private static Path driver(Path node) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "playwright-driver"));
      link(folder.resolve("node"), node);
      link(folder.resolve("package"), DRIVER.toRealPath());
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(Path link, Path to) throws IOException {
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, to.toRealPath());
  }

  private static Optional<Path> found(String... names) {
    String path = System.getenv("PATH");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
