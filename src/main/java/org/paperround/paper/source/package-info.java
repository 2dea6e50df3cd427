/**
 * The places papers come from, one adapter each, and the one way out to the network they share.
 *
 * <p>Flow: an adapter builds the address for a day, {@link org.paperround.paper.source.SourceHttp}
 * gets it within bounds of time and size, and the adapter reads the answer leniently into papers
 * and rejected entries. What adapters have in common is written once: {@code SourceJson} asks for
 * JSON, {@code PagedPapers} and {@code ReadPapers} read lists, {@code JsonFields} and {@code
 * HtmlText} what is in an entry. An adapter for another interface is one more class here that
 * implements {@link org.paperround.paper.PaperSource}; how to write it is in {@code
 * docs/adding-a-source.md}.
 *
 * <p>Edge: adapters store nothing and decide nothing about identity or merging.
 */
@NullMarked
package org.paperround.paper.source;

import org.jspecify.annotations.NullMarked;
