package org.paperround.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperround.base.FieldError;
import org.paperround.digest.EditionSamples;
import org.paperround.digest.EditionView;
import org.paperround.digest.PaperView;
import org.paperround.subscription.Want;
import org.paperround.web.ChoicesForm.CatalogueGroup;
import org.paperround.web.ChoicesForm.Choice;
import org.paperround.web.UnsubscribedView.Outcome;

@QuarkusTest
class PagesTest {

  private static final String TOKEN =
      "AQQAAAAAAAAAKgAAAABp-kgAoLq3mXz0dZ5pXw1rT8vY2cQkJ6uB4nHsE9fLgD7iMb0";
  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

  static Stream<Arguments> pages() {
    return everyPage().entrySet().stream()
        .map(page -> Arguments.of(page.getKey(), page.getValue().render()));
  }

  private static Map<String, TemplateInstance> everyPage() {
    List<PaperView> papers =
        EditionSamples.seven().groups().stream()
            .flatMap(group -> group.items().stream())
            .map(EditionView.Item::paper)
            .toList();
    DayOfPapers today = new DayOfPapers(DAY, papers);
    DayOfPapers yesterday = new DayOfPapers(DAY.minusDays(3), papers.subList(2, 4));
    ChoicesForm blank = ChoicesForm.blank(catalogue());
    Map<String, TemplateInstance> pages = new TreeMap<>();
    pages.put("home", Pages.home(new HomeView("", blank, List.of(), List.of(today, yesterday))));
    pages.put("home-empty", Pages.home(new HomeView("", blank, List.of(), List.of())));
    pages.put("home-400", Pages.home(new HomeView("ada@", mistaken(), List.of(), List.of(today))));
    pages.put("day", Pages.day(new DayView(today, DAY.minusDays(3), DAY.plusDays(1))));
    pages.put("day-empty", Pages.day(new DayView(new DayOfPapers(DAY, List.of()), DAY, null)));
    pages.put("subscribed", Pages.subscribed());
    pages.put("confirm", Pages.confirm(new ConfirmView(TOKEN)));
    pages.put("confirmed", Pages.confirmed(new ConfirmedView(TOKEN)));
    pages.put(
        "unsubscribe", Pages.unsubscribe(new UnsubscribeView(TOKEN, false, false, null, false)));
    pages.put(
        "unsubscribe-paused",
        Pages.unsubscribe(new UnsubscribeView(TOKEN, false, false, DAY, true)));
    pages.put(
        "unsubscribe-left", Pages.unsubscribe(new UnsubscribeView(TOKEN, true, true, null, false)));
    for (Outcome outcome : Outcome.values()) {
      pages.put(
          "unsubscribed-" + outcome.name().toLowerCase(),
          Pages.unsubscribed(new UnsubscribedView(TOKEN, outcome, true, DAY)));
    }
    pages.put(
        "preferences",
        Pages.preferences(
            new PreferencesView(
                TOKEN,
                TOKEN,
                "ada@example.org",
                "You are on the round.",
                "Tuesday 5 May at 07:00",
                "No mail on Monday 4 May: nothing new answered your topics.",
                List.of(
                    new PastDayView("Monday 4 May", "Nothing sent: nothing was new."),
                    new PastDayView("Friday 1 May", "2 papers sent, of 40 new.")),
                List.of(
                    new FeedbackLine(
                        "2605.01234", "Asking Twice", "More like this, since Monday 4 May 2026")),
                chosen())));
    pages.put("saved", Pages.saved(new SavedView(TOKEN, "Tuesday 5 May at 07:00")));
    pages.put("erased", Pages.erased());
    pages.put("link", Pages.link(new LinkView("ada", "Write the address as name@example.org.")));
    pages.put("link-sent", Pages.linkSent());
    pages.put("edition", Pages.edition(new EditionPageView(EditionSamples.seven(), papers)));
    pages.put(
        "edition-nothing", Pages.edition(new EditionPageView(EditionSamples.nothing(), List.of())));
    for (Want want : Want.values()) {
      String name = want.name().toLowerCase();
      pages.put(
          "feedback-" + name, Pages.feedback(new FeedbackView(TOKEN, papers.get(0), want, null)));
      pages.put(
          "feedback-" + name + "-again",
          Pages.feedback(new FeedbackView(TOKEN, papers.get(0), want, want.opposite())));
      pages.put(
          "feedback-given-" + name,
          Pages.feedbackGiven(new FeedbackGivenView(TOKEN, papers.get(0), want)));
    }
    pages.put(
        "feedback-withdrawn",
        Pages.feedbackGiven(new FeedbackGivenView(TOKEN, papers.get(0), null)));
    pages.put("feedback-taken", Pages.feedbackTaken(TOKEN));
    pages.put("notice-404", Pages.notice(NoticeView.notFound()));
    pages.put("notice-410", Pages.notice(NoticeView.preferencesExpired()));
    pages.put("notice-429", Pages.notice(NoticeView.tooManyRequests(12)));
    pages.put("notice-500", Pages.notice(NoticeView.broken()));
    return pages;
  }

  private static List<CatalogueGroup> catalogue() {
    return List.of(
        new CatalogueGroup(
            "Ready-made topics",
            "Named topics",
            List.of(
                new Choice("preference-optimization", "Preference optimization", ""),
                new Choice("state-space-models", "State space models", ""),
                new Choice(
                    "retrieval-augmented-generation", "Retrieval-augmented generation", ""))),
        new CatalogueGroup(
            "Ready-made topics",
            "Computer science",
            List.of(
                new Choice("cat:cs.AI", "Artificial Intelligence", "cs.AI"),
                new Choice("cat:cs.CL", "Computation and Language", "cs.CL"),
                new Choice(
                    "cat:cs.CE", "Computational Engineering, Finance, and Science", "cs.CE"))),
        new CatalogueGroup(
            "Ready-made topics",
            "Mathematics",
            List.of(new Choice("cat:math.CT", "Category Theory", "math.CT"))));
  }

  private static ChoicesForm chosen() {
    return new ChoicesForm(
        "preference optimization\ntitle:\"state space\" AND cat:cs.LG",
        "How otters sleep, and with whom.",
        "2509.22824 math/0611800",
        "title:survey\ncat:cs.CY",
        List.of(new ChoicesForm.Kept("about feuds", "about “feuds”", true)),
        Set.of("cat:cs.CL"),
        List.of(
            FormTopic.query("preference optimization"),
            FormTopic.query("title:\"state space\" AND cat:cs.LG").with("few"),
            FormTopic.about("How otters sleep, and with whom."),
            FormTopic.like("2509.22824 math/0611800").with("many"),
            FormTopic.picked("cat:cs.CL", "cat:cs.CL", "Computation and Language cs.CL")),
        "WEEKLY",
        "FRIDAY",
        "18:30",
        "Europe/Berlin",
        "25",
        true,
        false,
        catalogue(),
        List.of());
  }

  private static ChoicesForm mistaken() {
    return new ChoicesForm(
        "graph AND (\n<script>alert(1)</script>",
        "the of\n\n<b>",
        "otters",
        "title:\n<i>",
        List.of(new ChoicesForm.Kept("about <u>", "about “<u>”", false)),
        Set.of("cat:cs.AI", "state-space-models"),
        List.of(FormTopic.query("graph AND (").with("loud"), FormTopic.about("<b>")),
        "DAILY",
        "MONDAY",
        "25:00",
        "Mars/Olympus",
        "500",
        false,
        true,
        catalogue(),
        List.of(
            new FieldError("email", "Write the address as name@example.org.", null),
            new FieldError("topics", "“graph AND (”: a parenthesis is not closed at 10.", null),
            new FieldError("about", "“the of”: say what the papers should be about.", null),
            new FieldError("like", "“otters”: this names no paper.", null),
            new FieldError("strengths", "“graph AND (”: use few, normal or many.", null),
            new FieldError("mute", "“title:”: nothing stands behind title:.", null),
            new FieldError("deliverAt", "Write the hour as 07:00.", null),
            new FieldError("timeZone", "We do not know the time zone Mars/Olympus.", null),
            new FieldError("maxPapers", "Choose a number from 1 to 50.", null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void everyPageKeepsToTheHouseRules(String name, String html) {
    assertThat(html)
        .startsWith("<!doctype html>")
        .contains("<html lang=\"en\">", "class=\"skip\"", "<main id=\"main\"")
        .doesNotContain("<script>", "style=\"", "onclick", "NOT_FOUND");
    assertThat(html.split("<h1", -1)).as("one h1").hasSize(2);
    assertThat(html.split("<form", -1)).hasSameSizeAs(html.split("<form method=\"post\"", -1));
  }

  @Test
  void aMistakenFormKeepsWhatWasTypedAndSaysWhatIsWrongBesideEachField() {
    String html = everyPage().get("home-400").render();

    assertThat(html)
        .contains("value=\"ada@\"", "graph AND (", "&lt;script&gt;", "value=\"25:00\"")
        .contains("&lt;b&gt;</textarea>", "value=\"about &lt;u&gt;\">", "about “&lt;u&gt;”")
        .contains("<option selected>Mars/Olympus</option>", "value=\"500\"")
        .contains("value=\"cat:cs.AI\" checked", "value=\"state-space-models\" checked")
        .doesNotContain("value=\"cat:cs.CL\" checked");
    for (String field :
        List.of("email", "topics", "about", "like", "mute", "deliverAt", "timeZone", "maxPapers")) {
      assertThat(html).contains("id=\"" + field + "\"", "id=\"" + field + "-error\"");
      assertThat(html).containsPattern("aria-describedby=\"[^\"]*" + field + "-error\"");
    }
  }

  @Test
  void titlesAreEscapedOnPagesToo() {
    assertThat(everyPage().get("edition").render())
        .contains("&lt;b&gt;{\\Psi}&lt;/b&gt; ${x} &amp; &quot;y&quot;");
  }

  @Test
  void aPostFromTheUnsubscribePageWithoutActionLeaves() {
    assertThat(everyPage().get("unsubscribe").render())
        .contains("action=\"/unsubscribe/" + TOKEN + "\"><p class=\"press\"><button")
        .contains("name=\"days\" value=\"7\"", "value=\"14\"", "value=\"28\"", "value=\"weekly\"");
  }

  @Test
  void pagesAreWrittenDownToBeLookedAt() throws IOException {
    Path look = Files.createDirectories(Path.of("target", "look", "pages"));
    for (Map.Entry<String, TemplateInstance> page : everyPage().entrySet()) {
      // A relative stylesheet, so that the pages open from the disk.
      String html =
          page.getValue()
              .render()
              .replace("/paperround.css", "../../classes/META-INF/resources/paperround.css")
              .replace("/favicon.svg", "../../classes/META-INF/resources/favicon.svg");
      Files.writeString(look.resolve(page.getKey() + ".html"), html);
    }
  }
}
