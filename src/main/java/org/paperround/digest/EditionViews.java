package org.paperround.digest;

import com.github.benmanes.caffeine.cache.Cache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paperround.base.ServiceConfig;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.base.SignedTokens;
import org.paperround.matching.Reason;
import org.paperround.paper.Paper;
import org.paperround.paper.PaperContent;
import org.paperround.paper.Papers;
import org.paperround.subscription.PreferencesLinks;

/** Brings an edition back as it was composed: its papers in the revision the reader was shown. */
@ApplicationScoped
class EditionViews {

  private static final long MOST_BYTES = 16 << 20;
  private static final int SHARE_OF_HEAP = 64;
  private static final int OVERHEAD = 500;

  private final Papers papers;
  private final PreferencesLinks links;
  private final SignedTokens tokens;
  private final ServiceConfig service;

  // Readers who ask alike are given the same reasons.
  private final Cache<Reason, Why> reasons =
      HeapShare.cache(SHARE_OF_HEAP, MOST_BYTES, (reason, why) -> OVERHEAD + 2 * why.letters());

  EditionViews(Papers papers, PreferencesLinks links, SignedTokens tokens, ServiceConfig service) {
    this.papers = papers;
    this.links = links;
    this.tokens = tokens;
    this.service = service;
  }

  /** An item and the paper it speaks of. */
  record Shown(EditionItem item, Paper paper, PaperContent content, PaperView view) {}

  /** The items whose papers we still hold, in the order of the edition. */
  List<Shown> shown(Edition edition) {
    Map<Long, Paper> byId =
        papers.findAll(Selection.ids(edition.items)).stream()
            .collect(Collectors.toMap(Paper::id, Function.identity()));
    List<Shown> shown = new ArrayList<>();
    for (EditionItem item : edition.items) {
      Paper paper = byId.get(item.paperId());
      if (paper != null) {
        PaperContent content =
            papers.content(paper.id(), item.revision()).orElseGet(paper::content);
        PaperView view = PaperViews.of(paper.identifier(), content, item.votes(), item.comments());
        shown.add(new Shown(item, paper, content, view));
      }
    }
    return shown;
  }

  /** The edition of these papers, as its page shows it. */
  EditionView view(Edition edition, List<Shown> shown) {
    Map<Long, PaperView> papers =
        shown.stream().collect(Collectors.toMap(one -> one.item().paperId(), Shown::view));
    return view(edition.content(), item -> papers.get(item.paperId()));
  }

  /** Finds the paper of an item, as it is shown. */
  @FunctionalInterface
  interface Lookup {
    @Nullable PaperView paper(EditionItem item);
  }

  /**
   * The edition as mail and page show it.
   *
   * @param papers a paper it has not is left out
   */
  EditionView view(EditionContent edition, Lookup papers) {
    Map<String, List<EditionView.Item>> groups = new LinkedHashMap<>();
    List<EditionView.Item> trending = new ArrayList<>();
    for (EditionItem item : edition.items()) {
      PaperView paper = papers.paper(item);
      if (paper == null) {
        continue;
      }
      if (item.section() == Section.TRENDING) {
        trending.add(new EditionView.Item(paper, Why.NONE, List.of()));
      } else {
        List<String> topics = item.topics();
        groups
            .computeIfAbsent(topics.get(0), label -> new ArrayList<>())
            .add(new EditionView.Item(paper, why(item.reason()), topics.subList(1, topics.size())));
      }
    }
    return new EditionView(
        edition.slotOn(),
        edition.papersNew(),
        inOrder(groups),
        trending.isEmpty() ? null : new EditionView.Group("Trending", trending),
        edition.more(),
        service.url("/editions/" + tokens.sign(Purpose.EDITION, edition.id(), null)),
        links.preferences(edition.subscriptionId(), edition.composedAt()),
        links.unsubscribe(edition.subscriptionId()),
        service.url("/feedback/" + tokens.sign(Purpose.FEEDBACK, edition.id(), null)),
        service.postalAddress(),
        edition.topics());
  }

  private static List<EditionView.Group> inOrder(Map<String, List<EditionView.Item>> groups) {
    List<EditionView.Group> inOrder = new ArrayList<>(groups.size());
    groups.forEach((label, items) -> inOrder.add(new EditionView.Group(label, items)));
    return inOrder;
  }

  private Why why(@Nullable Reason reason) {
    return reasons.get(
        Objects.requireNonNull(reason, "a matched paper has a reason"), EditionViews::inWords);
  }

  private static Why inWords(Reason reason) {
    return new Why(
        reason.parts().stream().map(part -> new Why.Part(part.text(), part.emphasized())).toList());
  }
}
