/**
 * Knows what a paper is and brings papers in.
 *
 * <p>Flow: an ingestion asks one {@link org.paperround.paper.PaperSource} for a day, what the
 * source says is checked and tidied ({@link org.paperround.paper.SourcedPaper}), recognised by its
 * {@link org.paperround.paper.PaperId}, merged with what other sources said of the same paper and
 * stored; {@link org.paperround.paper.PapersChanged} tells the rooms above, inside the storing
 * transaction. Every run leaves an {@link org.paperround.paper.Ingestion} with its verdict.
 *
 * <p>Edge: one adapter per source lives in {@code paper.source}; nothing here knows of topics or
 * readers.
 */
@NullMarked
package org.paperround.paper;

import org.jspecify.annotations.NullMarked;
