package org.paperround.topic.catalogue;

/**
 * A part of arXiv: one category, as hep-th, or many, as cs.
 *
 * @param id as arXiv spells it
 */
public record Archive(String id, String name) {

  /** Whether it has categories below it. */
  public boolean isDivided() {
    return Categories.known().isDivided(id);
  }

  /** The query that asks for all of it. */
  public String query() {
    return isDivided() ? "cat:" + id + ".*" : "cat:" + id;
  }
}
