package org.paperround.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.Operator;
import org.paperround.Reader;

/** The pages as a reader uses them: in a real browser, without script. */
@QuarkusTest
class PagesInBrowserTest {

  private static Browser browser;

  @TestHTTPResource("/")
  URL home;

  @BeforeAll
  static void openTheBrowser() {
    browser = Browser.open();
  }

  @AfterAll
  static void closeTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void bringAPaper() {
    Operator.bringsPaper("2605.00123", "Kites that steer themselves", Instant.now());
  }

  @Test
  void aReaderSignsUpConfirmsChangesTheirMindAndLeavesByClicking() {
    Reader reader = Reader.newcomer();
    try (BrowserContext context = context(900, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(home.toString());
      page.getByLabel("Your address").fill(reader.address());
      page.getByLabel("Topics, one on each line").fill("kite*\ntitle:\"sailing boats\"");
      page.getByText("How much, and what never").click();
      page.getByLabel("Never show, one on each line").fill("title:survey");
      button(page, "Subscribe").click();
      assertThat(page.title()).contains("mail");

      page.navigate(home + "confirm/" + reader.confirmationToken());
      button(page, "Confirm my subscription").click();
      assertThat(page.locator("h1").textContent()).isEqualTo("You are on the round");

      page.getByText("Look at your preferences").click();
      assertThat(page.getByLabel("Topics, one on each line").inputValue()).contains("kite*");
      assertThat(page.getByLabel("Never show, one on each line").isVisible()).isTrue();
      assertThat(page.getByLabel("Never show, one on each line").inputValue())
          .isEqualTo("title:survey");
      page.getByLabel("Monday to Friday").check();
      button(page, "Save").click();
      page.getByText("Back to your preferences").click();
      assertThat(page.getByLabel("Monday to Friday").isChecked()).isTrue();

      page.locator("a.go", new Page.LocatorOptions().setHasText("Pause or leave")).click();
      button(page, "Leave").click();
      assertThat(page.locator("h1").textContent()).isEqualTo("You are off the round");
      button(page, "Come back").click();
      assertThat(page.locator("h1").textContent()).isEqualTo("You are back on the round");
    }
  }

  @Test
  void aMistakeIsExplainedBesideItsFieldAndNothingTypedIsLost() {
    try (BrowserContext context = context(375, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(home.toString());
      page.getByLabel("Your address").fill("nobody");
      page.getByLabel("Topics, one on each line").fill("(kites");
      page.getByText("How much, and what never").click();
      page.getByLabel("Never show, one on each line").fill("title:");
      button(page, "Subscribe").click();
      assertThat(page.getByLabel("Your address").inputValue()).isEqualTo("nobody");
      assertThat(page.locator("#email-error").textContent()).contains("name@example.org");
      assertThat(page.locator("#topics-error").textContent()).contains("(kites");
      assertThat(page.locator("#mute-error").textContent()).contains("title:");
      assertThat(page.getByLabel("Never show, one on each line").isVisible()).isTrue();
      assertThat(page.getByLabel("Your address").getAttribute("aria-describedby"))
          .contains("email-error");
    }
  }

  @Test
  void topicsAreTriedWhileTheyAreTyped() {
    try (BrowserContext context = browser.get().newContext()) {
      Page page = context.newPage();
      page.navigate(home.toString());
      assertThat(page.locator("#try").isVisible()).isFalse();
      page.getByLabel("Topics, one on each line").fill("title:kites\n(kites");
      page.locator("#preview dd").nth(1).waitFor();
      assertThat(page.locator("#preview dd").nth(0).textContent()).contains(", such as “Kites");
      assertThat(page.locator("#preview dd").nth(1).textContent()).contains("never closed");
      page.getByLabel("Topics, one on each line").fill("");
      page.locator("#preview")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
  }

  @Test
  void withoutScriptTopicsAreTriedByAButton() {
    try (BrowserContext context = context(375, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(home.toString());
      page.getByLabel("Topics, one on each line").fill("title:kites");
      button(page, "See what these topics find").click();
      assertThat(page.locator("#preview dd").textContent()).contains(", such as “Kites");
      assertThat(page.getByLabel("Topics, one on each line").inputValue()).isEqualTo("title:kites");
    }
  }

  @Test
  void topicsOfEachKindAreTriedAndWeighedWhileTheyAreTyped() {
    Reader reader = Reader.newcomer();
    try (BrowserContext context = browser.get().newContext()) {
      Page page = context.newPage();
      page.navigate(home.toString());
      assertThat(page.getByText("How much of each").isVisible()).isFalse();
      page.getByLabel("Your address").fill(reader.address());
      page.getByLabel("Topics, one on each line").fill("title:kites");
      page.getByText("Or say it in your own words").click();
      page.getByLabel("In your own words").fill("Kites that\nsteer.\n\nthe of");
      page.getByLabel("Papers like these").fill("2605.00123\nno-paper");
      page.locator("#like-preview dd").nth(1).waitFor();
      assertThat(page.locator("#preview dd").textContent()).contains(", such as “Kites");
      assertThat(page.locator("#about-preview dt").allTextContents())
          .containsExactly("about “Kites that steer.”", "about “the of”");
      assertThat(page.locator("#about-preview dd").nth(1).textContent()).startsWith("Say in a");
      assertThat(page.locator("#like-preview dd").nth(1).textContent()).contains("names no paper");

      page.getByText("How much of each").click();
      amount(page, "about “Kites that steer.”").selectOption("few");
      page.getByLabel("In your own words").fill("Sails.\n\nKites that\nsteer.");
      page.getByLabel("Papers like these").fill("2605.00123");
      amount(page, "about “Sails.”").selectOption("many");
      assertThat(amount(page, "about “Kites that steer.”").inputValue()).isEqualTo("few");
      assertThat(page.locator("#amounts .amount span").allTextContents())
          .containsExactly(
              "title:kites", "about “Sails.”", "about “Kites that steer.”", "like 2605.00123");
      button(page, "Subscribe").click();
      assertThat(page.title()).contains("mail");

      page.navigate(home + "preferences/" + reader.preferencesToken());
      assertThat(page.getByLabel("In your own words").inputValue())
          .isEqualTo("Sails.\n\nKites that steer.");
      assertThat(amount(page, "about “Sails.”").inputValue()).isEqualTo("many");
      assertThat(amount(page, "about “Kites that steer.”").inputValue()).isEqualTo("few");
    }
  }

  @Test
  void whatIsTickedIsWeighedToo() {
    try (BrowserContext context = browser.get().newContext()) {
      Page page = context.newPage();
      page.navigate(home.toString());
      page.getByText("Ready-made topics").click();
      page.locator(".shelf").first().locator("details summary").first().click();
      Locator pick = page.locator("[name=pick]").first();
      pick.check();
      page.getByText("How much of each").click();
      assertThat(page.locator("#amounts .amount").count()).isEqualTo(1);
      pick.uncheck();
      assertThat(page.getByText("How much of each").isVisible()).isFalse();
    }
  }

  @Test
  void withoutScriptEachTopicsStrengthIsChosenWhereTopicsAre() {
    Reader reader =
        Reader.with(
            Map.of(
                "topics",
                List.of("kites", Map.of("about", "Kites that steer.", "strength", "few")),
                "mute",
                List.of(Map.of("about", "feuds"))));
    try (BrowserContext context = context(375, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      String preferences = home + "preferences/" + reader.preferencesToken();
      page.navigate(preferences);
      assertThat(amount(page, "about “Kites that steer.”").inputValue()).isEqualTo("few");
      amount(page, "kites").selectOption("many");
      page.getByLabel("In your own words").fill("Sails.");
      assertThat(page.getByLabel("about “feuds”").isChecked()).isTrue();
      button(page, "Save").click();
      page.navigate(preferences);
      assertThat(amount(page, "kites").inputValue()).isEqualTo("many");
      assertThat(amount(page, "about “Sails.”").inputValue()).isEqualTo("normal");
      assertThat(page.getByLabel("about “feuds”").isChecked()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIGHT", "DARK"})
  void noPageIsWiderThanASmallPhoneAndAllTextHasContrast(ColorScheme scheme) {
    try (BrowserContext context = context(320, scheme)) {
      Page page = context.newPage();
      Operator.asks("file");
      for (String address :
          List.of("", "link", "papers/2026-05-04", "confirm/forged", "inbox", "admin/ingestions")) {
        page.navigate(home + address);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
            .as("width of /%s", address)
            .isLessThanOrEqualTo(320);
        assertThat(faint(page)).as("faint text on /%s", address).isEmpty();
      }
      page.navigate(home.toString());
      page.getByText("Or say it in your own words").click();
      page.getByLabel("In your own words").fill("Kites".repeat(40) + " that steer.\n\nthe of");
      page.getByLabel("Papers like these").fill("2605.00123");
      button(page, "See what these topics find").click();
      page.getByText("How much of each").click();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(320);
      assertThat(faint(page)).isEmpty();
    }
  }

  @Test
  void theSignUpFormCanBeFilledByKeyboardAlone() {
    try (BrowserContext context = context(900, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(home.toString());
      List<String> focused = new ArrayList<>();
      for (int i = 0; i < 25 && !focused.contains("Subscribe"); i++) {
        page.keyboard().press("Tab");
        focused.add(
            (String)
                page.evaluate("document.activeElement.id || document.activeElement.textContent"));
      }
      assertThat(focused)
          .startsWith("Skip to the content")
          .contains("email", "topics", "Subscribe");
    }
  }

  private static Locator amount(Page page, String topic) {
    return page.getByLabel("How much of " + topic, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(false));
  }

  private BrowserContext context(int width, ColorScheme scheme) {
    // Playwright's own evaluations run all the same.
    return browser
        .get()
        .newContext(
            new NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setHttpCredentials("operator", "dev"));
  }

  /** Texts whose contrast (WCAG 2.2, 1.4.3) with what lies behind them is below 4.5. */
  @SuppressWarnings("unchecked")
  private static List<String> faint(Page page) {
    return (List<String>)
        page.evaluate(
            """
            () => {
              const rgb = text => text.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b]
                .map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = e => {
                for (; e; e = e.parentElement) {
                  const colour = rgb(getComputedStyle(e).backgroundColor);
                  if (colour.length < 4 || colour[3] > 0) return colour;
                }
                return [255, 255, 255];
              };
              return [...document.querySelectorAll('body *')]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                .filter(e => e.checkVisibility())
                .filter(e => {
                  const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))];
                  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
                })
                .map(e => e.textContent.trim());
            }
            """);
  }
}
