/**
 * Lists the operator brings and takes away as CSV (RFC 4180): read row by row in bounded memory,
 * with the line of whatever is wrong, and written so that a spreadsheet runs nothing in it.
 *
 * <p>Flow: an upload is read in chunks; a room judges the rows of each; a report of those that were
 * not taken is spooled to a file, since its totals stand in the answer's head.
 *
 * <p>Edge: it knows lines and cells, and nothing of what they mean.
 */
@NullMarked
package org.paperround.admin.csv;

import org.jspecify.annotations.NullMarked;
