/**
 * arXiv, over its three interfaces and at one pace: the feeds tell what is announced today, OAI-PMH
 * what changed since a day, and the query API stands in for OAI-PMH and finds single papers.
 *
 * <p>Flow: {@link org.paperround.paper.source.arxiv.ArxivSource} knows which to ask; each interface
 * has a class that asks and reads, streaming or bounded, without DTDs.
 *
 * <p>Edge: what is new among all this is decided by the ingestion.
 */
@NullMarked
package org.paperround.paper.source.arxiv;

import org.jspecify.annotations.NullMarked;
