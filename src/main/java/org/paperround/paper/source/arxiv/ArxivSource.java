package org.paperround.paper.source.arxiv;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.paperround.base.PaperId;
import org.paperround.paper.AnnouncingSource;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourceTurns;
import org.paperround.paper.source.SharedPace;
import org.paperround.paper.source.SourceHttp;

/** arXiv: the feeds for today, OAI-PMH for what changed since a day, the API where that is down. */
@ApplicationScoped
class ArxivSource implements AnnouncingSource {

  static final String NAME = "arxiv";

  private final ArxivFeed feed;
  private final ArxivOai oai;
  private final ArxivApi api;
  private final ArxivCalendar calendar;
  private final Set<String> alwaysFollowed;

  @Inject
  ArxivSource(SourceHttp http, SourceTurns turns, ArxivConfig config) {
    ArxivHttp paced =
        new ArxivHttp(http, new SharedPace(turns, NAME, config.pace(), http.timeout()));
    this.feed = new ArxivFeed(paced, address(config.rssUrl(), "/rss"));
    this.oai = new ArxivOai(paced, address(config.oaiUrl(), "/oai"));
    this.calendar = new ArxivCalendar(config.holidays());
    this.api = new ArxivApi(paced, calendar, address(config.apiUrl(), "/api/query"));
    this.alwaysFollowed = new TreeSet<>(config.categories().orElse(List.of()));
  }

  /** A host alone stands for the interface where it usually is on a host. */
  private static URI address(URI configured, String usual) {
    String address = configured.toString().replaceFirst("/+$", "");
    boolean bare = configured.getPath() == null || configured.getPath().matches("/*");
    return URI.create(bare ? address + usual : address);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> alwaysFollowed() {
    return alwaysFollowed;
  }

  @Override
  public LocalDate dayAt(Instant instant) {
    return LocalDate.ofInstant(instant, ArxivCalendar.ZONE);
  }

  @Override
  public Optional<Quiet> quietOn(LocalDate day) {
    return calendar.quietOn(day);
  }

  @Override
  public Announcements announced(LocalDate today, SortedSet<String> categories) {
    return feed.read(categories, today);
  }

  @Override
  public Optional<String> changedSince(
      LocalDate since,
      LocalDate today,
      SortedSet<String> categories,
      Consumer<Announcements> page) {
    try {
      oai.changedSince(since, today, categories, page);
      return Optional.empty();
    } catch (SourceFailure down) {
      try {
        api.submittedSince(since, today, categories, page);
        return Optional.of(String.valueOf(down.getMessage()));
      } catch (SourceFailure alsoDown) {
        throw SourceFailure.failed(down.getMessage() + ", and " + alsoDown.getMessage());
      }
    }
  }

  @Override
  public Announcements find(Collection<PaperId> ids, LocalDate today) {
    return api.find(ids, today);
  }
}
