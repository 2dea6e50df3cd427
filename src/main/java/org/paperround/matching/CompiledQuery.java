package org.paperround.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** A query made ready to be put to any number of indexes. It is immutable. */
public final class CompiledQuery implements ReadyTopic {

  private static final IndexSearcher NO_PAPERS = noPapers();

  private final Query lucene;

  private CompiledQuery(Query lucene) {
    this.lucene = lucene;
  }

  /** Compiles a query; that costs about as much as reading it from text. */
  public static CompiledQuery of(org.paperround.topic.query.Query query) {
    try {
      // Words, phrases and beginnings are rewritten the same for any index.
      return new CompiledQuery(NO_PAPERS.rewrite(query.root().accept(new ClauseCompiler())));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** In Lucene's terms, rewritten as far as it goes. */
  Query lucene() {
    return lucene;
  }

  private static IndexSearcher noPapers() {
    try {
      return new IndexSearcher(new MultiReader());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
