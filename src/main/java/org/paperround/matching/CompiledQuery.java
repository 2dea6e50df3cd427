package org.paperround.matching;

import org.apache.lucene.search.Query;

/** A query made ready to be put to any number of indexes. It is immutable. */
public final class CompiledQuery implements ReadyTopic {

  private final Query lucene;

  private CompiledQuery(Query lucene) {
    this.lucene = lucene;
  }

  /** Compiles a query; that costs about as much as reading it from text. */
  public static CompiledQuery of(org.paperround.topic.query.Query query) {
    return new CompiledQuery(query.root().accept(new ClauseCompiler()));
  }

  Query lucene() {
    return lucene;
  }
}
