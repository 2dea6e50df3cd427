/**
 * Which papers answer which topics, how well, and why.
 *
 * <p>New papers become a {@link PaperIndex} in memory; each topic's query is compiled once ({@link
 * CompiledQuery}) and put to one index after the other. A paper that answers comes with a score
 * that depends on that paper and that query alone, so that scores of different days compare, and
 * with the {@link Reason}: the words of the query where they stand in the paper, as Lucene itself
 * reports them for the same search. Words are what {@code topic.query} says they are, for papers as
 * for queries.
 *
 * <p>Of a topic that readers ask the best matches of a day are kept; of one that they mute, which
 * papers answer it, all of them.
 */
@NullMarked
package org.paperround.matching;

import org.jspecify.annotations.NullMarked;
