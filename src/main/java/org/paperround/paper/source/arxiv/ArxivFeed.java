package org.paperround.paper.source.arxiv;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;
import org.paperround.base.InvalidPaperId;
import org.paperround.base.PaperId;
import org.paperround.paper.Announcement;
import org.paperround.paper.Announcement.Kind;
import org.paperround.paper.AnnouncingSource.Announcements;
import org.paperround.paper.InvalidPaper;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.SourcedPaper;
import org.paperround.paper.source.FeedReader;

/** Today's announcements, as {@code rss.arxiv.org} serves them in RSS or Atom. */
final class ArxivFeed {

  private static final String WHO = "arXiv's feed";
  // A feed ends there without a word.
  private static final int CUT_AT = 2000;

  private final ArxivHttp http;
  private final String base;

  ArxivFeed(ArxivHttp http, URI base) {
    this.http = http;
    this.base = base.toString();
  }

  /** All that stands in the feeds of some categories; asked in halves where a feed is cut. */
  Announcements read(SortedSet<String> categories, LocalDate today) {
    SyndFeed feed = feed(categories);
    if (feed.getEntries().size() < CUT_AT || categories.size() == 1) {
      return announcements(feed, today);
    }
    List<String> all = List.copyOf(categories);
    int half = all.size() / 2;
    Announcements first = read(new TreeSet<>(all.subList(0, half)), today);
    Announcements second = read(new TreeSet<>(all.subList(half, all.size())), today);
    List<Announcement> entries = new ArrayList<>(first.entries());
    entries.addAll(second.entries());
    List<RejectedPaper> rejected = new ArrayList<>(first.rejected());
    rejected.addAll(second.rejected());
    return new Announcements(entries, rejected);
  }

  private SyndFeed feed(SortedSet<String> categories) {
    URI address = URI.create(base + "/" + String.join("+", categories));
    SyndFeed feed = FeedReader.read(WHO, http.get(WHO, address));
    ArxivApi.refuseErrors(WHO, feed);
    return feed;
  }

  private static Announcements announcements(SyndFeed feed, LocalDate today) {
    List<Announcement> entries = new ArrayList<>();
    List<RejectedPaper> rejected = new ArrayList<>();
    for (int index = 0; index < feed.getEntries().size(); index++) {
      try {
        entries.add(announcement(feed.getEntries().get(index), today));
      } catch (InvalidPaper | InvalidPaperId invalid) {
        rejected.add(new RejectedPaper(index, String.valueOf(invalid.getMessage())));
      }
    }
    return new Announcements(entries, rejected);
  }

  private static Announcement announcement(SyndEntry entry, LocalDate today) {
    String name = Optional.ofNullable(entry.getUri()).orElse("");
    PaperId id = PaperId.parseArxiv(name.isBlank() ? String.valueOf(entry.getLink()) : name);
    Kind kind = kind(entry);
    LocalDate listedOn = listedOn(entry, today);
    SourcedPaper.Builder paper =
        SourcedPaper.of(
                ArxivSource.NAME,
                id,
                Objects.toString(entry.getTitle(), ""),
                ArxivText.withoutPreamble(
                    entry.getDescription() == null ? "" : entry.getDescription().getValue()))
            .authors(ArxivText.names(creators(entry)))
            .categories(entry.getCategories().stream().map(SyndCategory::getName).toList())
            .statedOn(listedOn);
    ArxivDates.date(paper, id, kind, listedOn);
    return new Announcement(kind, paper.build());
  }

  /** A feed may be of a day before, and has been dated a day ahead. */
  private static LocalDate listedOn(SyndEntry entry, LocalDate today) {
    if (entry.getPublishedDate() == null) {
      return today;
    }
    LocalDate dated = entry.getPublishedDate().toInstant().atZone(ArxivCalendar.ZONE).toLocalDate();
    return dated.isAfter(today) ? today : dated;
  }

  private static String creators(SyndEntry entry) {
    if (entry.getModule(DCModule.URI) instanceof DCModule dublinCore
        && dublinCore.getCreator() != null) {
      return String.join(", ", dublinCore.getCreators());
    }
    return "";
  }

  private static Kind kind(SyndEntry entry) {
    String type = foreign(entry, "announce_type");
    if (type == null) {
      return Kind.NEW;
    }
    return switch (type.strip()) {
      case "replace", "replace-cross" -> Kind.REPLACE;
      case "cross" -> Kind.CROSS;
      default -> Kind.NEW;
    };
  }

  private static @Nullable String foreign(SyndEntry entry, String name) {
    return entry.getForeignMarkup().stream()
        .filter(element -> element.getName().equals(name))
        .map(Element::getText)
        .findFirst()
        .orElse(null);
  }
}
