package org.paperround.web;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that the system has, driven by Playwright; nothing is downloaded. */
final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Path chromium) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /**
   * Opens it. Without one the test is skipped, unless the environment says that there must be one
   * ({@code PAPERROUND_BROWSER=required}).
   */
  static Browser open() {
    Optional<Path> chromium = find();
    if (chromium.isEmpty()) {
      String message = "No Chromium on the PATH: the pages are not looked at in a browser";
      if ("required".equals(System.getenv("PAPERROUND_BROWSER"))) {
        fail(message);
      }
      abort(message);
    }
    return new Browser(chromium.orElseThrow());
  }

  private static Optional<Path> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  com.microsoft.playwright.Browser get() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
