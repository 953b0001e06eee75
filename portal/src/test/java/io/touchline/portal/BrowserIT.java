package io.touchline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms in a real browser, from sign-in to result. What was seen is in target/screenshots. */
class BrowserIT {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int HEIGHT = 900;
  private static final String AXE =
      """
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(
        found => found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))""";

  private static final String PLANT = "enterprises/916301210000000002X";

  private static SystemBrowser system;
  private static PortalFixture fixture;
  private static String axe;

  @BeforeAll
  static void start() throws IOException {
    system = SystemBrowser.open();
    fixture = PortalFixture.start();
    try (InputStream in = BrowserIT.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (fixture != null) {
      fixture.close();
      system.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zh, 1280, LIGHT, a21002", "en, 1280, LIGHT, a34013",
    "zh, 390, LIGHT, w21003", "en, 390, DARK, a21026"
  })
  void anEnterpriseAnswersAndAnOfficerClosesWithoutAnyTrouble(
      String language, int width, ColorScheme theme, String factor) {
    try (Sitting sitting = new Sitting(language, width, theme, true)) {
      sitting.go("/");
      sitting.look("sign-in");
      sitting.signIn("plant");
      sitting.look("enterprise");
      sitting.page.locator(".brief a").first().click();
      sitting.page.locator("#cause").selectOption("CONTROL_FACILITY");
      sitting.page.locator("#detail").fill("脱硫塔浆液泵跳闸，吸收塔 pH 下降");
      sitting.page.locator("#action").fill("切换备用泵，降负荷运行");
      sitting.look("enterprise-answer");
      sitting.page.locator("#answer button").click();
      assertThat(sitting.page.locator(".done").innerText()).isNotBlank();
      sitting.look("enterprise-answered");
      sitting.signOut();

      sitting.page.locator(".doors button").first().click();
      sitting.look("officer-workbench");
      sitting.go("/alerts?sort=GRADE");
      sitting.look("officer-alerts");
      sitting.go("/alerts?factor=" + factor);
      sitting.page.locator(".alerts tbody a").first().click();
      sitting.look("officer-alert");
      sitting.page.locator("#code").selectOption("DEVICE_FAULT");
      sitting.page.locator("#evidence").fill("检修单 2026-11-20-07");
      sitting.page.locator("form[action$=close] button").click();
      assertThat(sitting.page.locator(".done").innerText()).isNotBlank();
      sitting.look("officer-alert-closed");
      for (String page : List.of("watch", "quality", "rates", "public", "design")) {
        sitting.go("/" + page);
        sitting.look(page);
      }
      sitting.go("/outlets/" + PortalFixture.EXCEEDING);
      sitting.look("outlet");
      for (String page :
          List.of(
              "regions",
              "regions/630000",
              "regions/630121",
              PLANT,
              "stations",
              "quarantine",
              "quarantine/0/0")) {
        sitting.go("/" + page);
        sitting.look(page.replace('/', '-'));
      }
      sitting.go("/nowhere");
      sitting.look("problem");
      assertThat(sitting.troubles).containsExactly(sitting.notFound());
    }
  }

  @ParameterizedTest
  @CsvSource({"zh, 1280, LIGHT, 1404", "en, 390, DARK, 1405"})
  void anOfficerConfirmsACaseAndAListIsPublished(
      String language, int width, ColorScheme theme, String region) {
    try (Sitting sitting = new Sitting(language, width, theme, true)) {
      sitting.go("/sign-in");
      sitting.signIn("officer");
      sitting.go("/officer");
      sitting.page.locator(".casesline a").click();
      sitting.look("cases");
      sitting.go("/cases?card=YELLOW");
      sitting.page.locator(".cases tbody a").first().click();
      sitting.look("case-limited");
      sitting.go("/cases?region=" + region);
      sitting.page.locator(".cases tbody a").first().click();
      sitting.page.locator("#CONFIRMED summary").click();
      sitting.page.locator("[id='CONFIRMED-filing']").fill("晋环立〔2026〕7号");
      sitting.page.locator("[id='CONFIRMED-filedOn']").fill("2026-11-20");
      sitting.look("case-verifying");
      sitting.page.locator("#CONFIRMED button").click();
      assertThat(sitting.page.locator("div.refused").innerText()).isNotBlank();
      sitting.look("case-refused");
      sitting.page.locator("#CONFIRMED input[value=INTERVIEW]").check();
      sitting.page.locator("#CONFIRMED button").click();
      assertThat(sitting.page.locator(".done").innerText()).isNotBlank();
      sitting.look("case-confirmed");
      String period = width > 900 ? "2026Q4" : "2026Q3";
      sitting.go("/lists/630100/" + period);
      sitting.page.locator("form[action$=draft] button").click();
      sitting.look("list-draft");
      sitting.page.locator("form[action$=review] button").click();
      sitting.signOut();

      sitting.signIn("head");
      sitting.go("/lists");
      sitting.look("lists");
      sitting.page.locator(".lists a[href$='" + period + "']").click();
      sitting.page.locator("#person").fill("张局长");
      sitting.page.locator("#document").fill("西环名〔2026〕4号");
      sitting.page.locator("#on").fill("2026-11-20");
      sitting.look("list-reviewed");
      sitting.page.locator("form[action$=publish] button").click();
      assertThat(sitting.page.locator(".done").innerText()).isNotBlank();
      sitting.signOut();
      sitting.go("/public/lists");
      sitting.page.locator(".lists a[href$='" + period + "']").click();
      sitting.look("public-list");
      // A step that is refused is answered with its status, which a browser notes.
      assertThat(sitting.troubles)
          .allMatch(trouble -> trouble.contains("status of 422"))
          .hasSizeLessThan(2);
    }
  }

  @Test
  void withoutScriptsAnOfficerReadsAndDecidesAllTheSame() {
    try (Sitting sitting = new Sitting("zh", 1280, ColorScheme.LIGHT, false)) {
      sitting.go("/");
      sitting.page.locator(".doors button").first().click();
      sitting.go("/alerts?state=WAITING");
      sitting.page.locator("tbody input[type=checkbox]").first().check();
      sitting.page.locator(".bulk button").click();
      assertThat(sitting.page.locator(".done").innerText()).contains("已确认 1 件告警");
      assertThat(sitting.troubles).isEmpty();
    }
  }

  /** One person before the browser. */
  private static final class Sitting implements AutoCloseable {

    private final String language;
    private final int width;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();

    Sitting(String language, int width, ColorScheme theme, boolean scripts) {
      this.language = language;
      this.width = width;
      context =
          system
              .browser()
              .newContext(
                  new Browser.NewContextOptions()
                      .setViewportSize(width, HEIGHT)
                      .setColorScheme(theme)
                      .setJavaScriptEnabled(scripts));
      page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (!message.type().equals("log")) {
              troubles.add(message.text());
            }
          });
      page.onPageError(troubles::add);
    }

    void go(String path) {
      String joint = path.contains("?") ? "&" : "?";
      page.navigate(fixture.address() + path + joint + "lang=" + language);
    }

    void signIn(String login) {
      page.locator("#login").fill(login);
      page.locator("#password").fill(PortalFixture.PASSWORD);
      page.locator("#password").press("Enter");
      page.locator(".who").waitFor();
    }

    void signOut() {
      page.locator(".who button").click();
      page.locator("#login").waitFor();
    }

    /** What the browser says of the page that is not there, and nothing else. */
    String notFound() {
      return "Failed to load resource: the server responded with a status of 404 (Not Found)";
    }

    @SuppressWarnings("unchecked")
    void look(String name) {
      String file = name + "-" + language + "-" + width;
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(file + ".png"))
              .setFullPage(true));
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      if (wide > width) {
        troubles.add(file + " is " + wide + " wide");
      }
      page.evaluate(axe);
      ((List<String>) page.evaluate(AXE)).forEach(found -> troubles.add(file + " " + found));
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
