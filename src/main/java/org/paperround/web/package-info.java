/**
 * Pages for people, JSON for programs, over the rooms below. Thin: no rule lives here.
 *
 * <p>Flow: a resource asks a room and shows its answer as one of {@link org.paperround.web.Pages},
 * each with a view record of its own. Pages are plain forms: no script, no cookie; GET changes
 * nothing.
 *
 * <p>Edge: what a page may do is decided by its token and by the room that reads it.
 */
@NullMarked
package org.paperround.web;

import org.jspecify.annotations.NullMarked;
