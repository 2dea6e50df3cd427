package org.paperround.matching;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25 that takes nothing from the papers that happen to be indexed together: every word weighs the
 * same and lengths are measured against those of usual papers. So scores of different days compare.
 */
final class FixedStatistics extends BM25Similarity {

  @Override
  protected float idf(long documentsWithTerm, long documents) {
    return 1;
  }

  @Override
  protected float avgFieldLength(CollectionStatistics statistics) {
    return switch (IndexField.part(statistics.field())) {
      case TITLE -> 11;
      case ABSTRACT -> 180;
      case AUTHOR -> 12;
      case ORGANIZATION -> 2;
      case CATEGORY -> 2;
    };
  }
}
