/**
 * What a topic can name: arXiv's categories with their aliases, and the named topics a reader picks
 * instead of writing a query. Both are files shipped with the service, read once at first use.
 *
 * <p>{@code Categories} is plain, because queries are read without a container; {@code Catalogue}
 * is the bean for pages and for sign-up. Nothing here reads a query: that a named topic's query is
 * valid is proved by a test.
 */
@NullMarked
package org.paperround.topic.catalogue;

import org.jspecify.annotations.NullMarked;
