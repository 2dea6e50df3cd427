package org.paperround.paper;

import java.util.List;

/** The parts of a paper that sources may differ about, and whom we believe first in each. */
enum PaperField {
  TITLE(Order.ARXIV_FIRST),
  SUMMARY(Order.ARXIV_FIRST),
  AUTHORS(Order.ARXIV_FIRST),
  CATEGORIES(Order.ARXIV_FIRST),
  PUBLISHED_ON(Order.ARXIV_FIRST),
  ABSTRACT_URL(Order.ARXIV_FIRST),
  PDF_URL(Order.ARXIV_FIRST),
  ORGANIZATION(Order.HUGGINGFACE_FIRST),
  CODE_URL(Order.HUGGINGFACE_FIRST),
  PROJECT_URL(Order.HUGGINGFACE_FIRST),
  VOTES(Order.HUGGINGFACE_FIRST),
  COMMENTS(Order.HUGGINGFACE_FIRST),
  /**
   * Not a matter of trust: the earliest counts. Its origin only tells a date given from a guess.
   */
  ANNOUNCED_AT(List.of());

  private static final class Order {
    static final List<String> ARXIV_FIRST = List.of("arxiv", "huggingface");
    static final List<String> HUGGINGFACE_FIRST = List.of("huggingface", "arxiv");
  }

  private final List<String> trust;

  PaperField(List<String> trust) {
    this.trust = trust;
  }

  /** Whether what {@code challenger} says replaces what {@code owner} said. */
  boolean prefers(Origin challenger, Origin owner) {
    int byTrust = Integer.compare(rank(challenger.source()), rank(owner.source()));
    // Sources we know nothing about are ordered by name, so that the order of arrival is no matter.
    int bySource = byTrust == 0 ? challenger.source().compareTo(owner.source()) : byTrust;
    return bySource < 0 || (bySource == 0 && challenger.isAsNewAs(owner));
  }

  private int rank(String source) {
    int index = trust.indexOf(source);
    return index < 0 ? trust.size() : index;
  }
}
