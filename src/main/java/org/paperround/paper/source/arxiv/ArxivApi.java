package org.paperround.paper.source.arxiv;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paperround.base.InvalidPaperId;
import org.paperround.base.PaperId;
import org.paperround.paper.Announcement;
import org.paperround.paper.Announcement.Kind;
import org.paperround.paper.AnnouncingSource.Announcements;
import org.paperround.paper.InvalidPaper;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourcedPaper;
import org.paperround.paper.source.FeedReader;

/**
 * The query API, an Atom feed. It knows when papers were submitted, not when they were announced;
 * so it stands in where OAI-PMH is down, and finds single papers.
 */
final class ArxivApi {

  private static final String WHO = "arXiv's API";
  private static final int PAGE = 1000;
  private static final int MOST_PAGES = 30;
  private static final int MOST_IDS = 100;
  private static final int ATTEMPTS_AT_AN_EMPTY_PAGE = 3;
  // Submitted on a Friday before a holiday, announced on the Tuesday after.
  private static final int DAYS_TO_ANNOUNCE = 5;
  private static final String ERRORS = "/api/errors";

  private final ArxivHttp http;
  private final ArxivCalendar calendar;
  private final String base;

  ArxivApi(ArxivHttp http, ArxivCalendar calendar, URI base) {
    this.http = http;
    this.calendar = calendar;
    this.base = base.toString();
  }

  /** An answer that arXiv calls fine may be an entry that says what went wrong. */
  static void refuseErrors(String who, SyndFeed feed) {
    for (SyndEntry entry : feed.getEntries()) {
      if (entry.getUri() != null && entry.getUri().contains(ERRORS)) {
        String what = entry.getDescription() == null ? "" : entry.getDescription().getValue();
        throw SourceFailure.failed(who + " answered with an error: " + what.strip());
      }
    }
  }

  /** Papers by their ids; those it does not know are left out. */
  Announcements find(Collection<PaperId> ids, LocalDate today) {
    List<Announcement> found = new ArrayList<>();
    List<RejectedPaper> rejected = new ArrayList<>();
    List<PaperId> all = ids.stream().filter(PaperId::isArxiv).distinct().toList();
    for (int from = 0; from < all.size(); from += MOST_IDS) {
      List<PaperId> some = all.subList(from, Math.min(from + MOST_IDS, all.size()));
      String list = some.stream().map(PaperId::value).collect(Collectors.joining(","));
      SyndFeed feed = feed("id_list=" + encoded(list) + "&max_results=" + some.size());
      Announcements page = announcements(feed.getEntries(), today);
      found.addAll(page.entries());
      rejected.addAll(page.rejected());
    }
    return new Announcements(found, rejected);
  }

  /** What was submitted in some categories shortly before or since a day, newest first. */
  void submittedSince(
      LocalDate since,
      LocalDate today,
      SortedSet<String> categories,
      Consumer<Announcements> consumer) {
    String query =
        categories.stream().map(category -> "cat:" + category).collect(Collectors.joining(" OR "));
    LocalDate submittedSince = since.minusDays(DAYS_TO_ANNOUNCE);
    for (int page = 0; page < MOST_PAGES; page++) {
      SyndFeed feed = page(query, page * PAGE);
      List<SyndEntry> all = feed.getEntries();
      if (page == 0 && all.isEmpty()) {
        // Hardly true of days on which we know nothing; what is missing is asked for again.
        throw SourceFailure.failed(WHO + " answered with an empty list");
      }
      List<SyndEntry> young = all.stream().filter(e -> isSince(e, submittedSince)).toList();
      consumer.accept(announcements(young, today));
      if (young.size() < all.size() || all.size() < PAGE) {
        return;
      }
    }
    throw SourceFailure.failed(WHO + " has more papers than are read at once");
  }

  private static boolean isSince(SyndEntry entry, LocalDate since) {
    LocalDate submittedOn = day(entry.getPublishedDate());
    return submittedOn == null || !submittedOn.isBefore(since);
  }

  /** A page is empty at times though there are papers; then it is asked again. */
  private SyndFeed page(String query, int start) {
    String parameters =
        "search_query="
            + encoded(query)
            + "&sortBy=submittedDate&sortOrder=descending&start="
            + start
            + "&max_results="
            + PAGE;
    for (int attempt = 1; attempt <= ATTEMPTS_AT_AN_EMPTY_PAGE; attempt++) {
      SyndFeed feed = feed(parameters);
      if (!feed.getEntries().isEmpty() || total(feed) <= start) {
        return feed;
      }
    }
    throw SourceFailure.failed(WHO + " answered with an empty page though there are papers");
  }

  private static int total(SyndFeed feed) {
    return feed.getForeignMarkup().stream()
        .filter(element -> element.getName().equals("totalResults"))
        .map(element -> element.getText().strip())
        .filter(text -> text.matches("\\d{1,9}"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(0);
  }

  private SyndFeed feed(String parameters) {
    SyndFeed feed = FeedReader.read(WHO, http.get(WHO, URI.create(base + "?" + parameters)));
    refuseErrors(WHO, feed);
    return feed;
  }

  private Announcements announcements(List<SyndEntry> all, LocalDate today) {
    List<Announcement> entries = new ArrayList<>();
    List<RejectedPaper> rejected = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      try {
        entries.add(announcement(all.get(index), today));
      } catch (InvalidPaper | InvalidPaperId invalid) {
        rejected.add(new RejectedPaper(index, String.valueOf(invalid.getMessage())));
      }
    }
    return new Announcements(entries, rejected);
  }

  private Announcement announcement(SyndEntry entry, LocalDate today) {
    PaperId id = PaperId.parseArxiv(Objects.toString(entry.getUri(), ""));
    Date submitted = entry.getPublishedDate();
    LocalDate listedOn =
        submitted == null ? today : earlier(calendar.listedAfter(submitted.toInstant()), today);
    SourcedPaper.Builder paper =
        SourcedPaper.of(
                ArxivSource.NAME,
                id,
                Objects.toString(entry.getTitle(), ""),
                entry.getDescription() == null ? "" : entry.getDescription().getValue())
            .authors(entry.getAuthors().stream().map(SyndPerson::getName).toList())
            .categories(entry.getCategories().stream().map(SyndCategory::getName).toList())
            .publishedOn(day(submitted))
            // It has what is announced, as it is now.
            .statedOn(today);
    boolean old = listedOn.isBefore(today.minusDays(ArxivDates.DAYS_OUT_OF_SIGHT));
    Kind kind = old ? Kind.REPLACE : Kind.NEW;
    ArxivDates.date(paper, id, kind, listedOn);
    return new Announcement(kind, paper.build());
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
