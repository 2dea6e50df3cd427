/**
 * The operator's side: start ingestions and rounds, bring papers, read the ledger, say who must not
 * be mailed, see that all is well.
 *
 * <p>Edge: everything under {@code /api/admin} asks for the bearer token.
 */
@NullMarked
package org.paperround.admin;

import org.jspecify.annotations.NullMarked;
