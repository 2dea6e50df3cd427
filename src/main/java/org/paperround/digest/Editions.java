package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;
import org.paperround.matching.Reason;
import org.paperround.paper.Papers;

/** Editions in the browser. */
@ApplicationScoped
public class Editions {

  private final EditionRepository editions;
  private final EditionViews views;
  private final Papers papers;

  Editions(EditionRepository editions, EditionViews views, Papers papers) {
    this.editions = editions;
    this.views = views;
    this.papers = papers;
  }

  /**
   * An edition as the mail showed it, and what did not fit into the mail.
   *
   * @param items every paper of it, for programs
   */
  public record Page(String period, EditionView edition, List<PaperView> more, List<Item> items) {}

  /** A paper of an edition, for programs. */
  public record Item(
      org.paperround.paper.PaperView paper,
      Section section,
      List<String> topics,
      @Nullable String reason) {}

  /** The edition of that number, while it is kept. */
  @Transactional
  public Optional<Page> find(long id) {
    return Optional.ofNullable(editions.findById(id)).map(this::page);
  }

  /** Whether the edition of that number offered a paper, in whatever section. */
  @Transactional
  public OfferedPaper offered(long id, PaperId identifier) {
    Edition edition = editions.findById(id);
    if (edition == null) {
      return new OfferedPaper.Gone();
    }
    return papers
        .find(identifier)
        .filter(paper -> edition.items.stream().anyMatch(item -> item.paperId() == paper.id()))
        .<OfferedPaper>map(
            paper -> new OfferedPaper.Found(edition.subscriptionId, PaperViews.of(paper)))
        .orElseGet(OfferedPaper.NotOffered::new);
  }

  /**
   * Forgets some editions composed before an instant.
   *
   * @return how many went; 0 when there is nothing older
   */
  @Transactional
  public int retire(Instant before, int most) {
    List<Long> old =
        editions
            .find("select id from Edition where composedAt < ?1 order by composedAt", before)
            .project(Long.class)
            .range(0, most - 1)
            .list();
    return old.isEmpty() ? 0 : Math.toIntExact(editions.delete("id in ?1", old));
  }

  private Page page(Edition edition) {
    List<EditionViews.Shown> shown = views.shown(edition);
    return new Page(
        edition.period,
        views.view(edition, shown),
        shown.stream()
            .filter(one -> one.item().section() == Section.MORE)
            .map(EditionViews.Shown::view)
            .toList(),
        shown.stream().map(Editions::item).toList());
  }

  private static Item item(EditionViews.Shown shown) {
    EditionItem item = shown.item();
    Reason reason = item.reason();
    return new Item(
        org.paperround.paper.PaperView.of(
            shown.paper(), shown.content(), item.votes(), item.comments()),
        item.section(),
        item.topics(),
        reason == null ? null : reason.sentence());
  }
}
