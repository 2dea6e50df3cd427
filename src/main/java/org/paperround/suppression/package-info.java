/**
 * In charge of the addresses we must not mail, and why.
 *
 * <p>Flow: a refusal at the relay, a bounce, a complaint, the operator or an erasure puts an
 * address on the list; every sign-up and every send asks {@link Suppressions#reasonFor}; the
 * operator lifts it, or, of an erasure, the reader's own confirmation. News that an address was
 * suppressed travels up as {@link AddressSuppressed}.
 *
 * <p>Edge: it never decides what a reason means for a mail; the rooms that ask do. Of an erased
 * reader it keeps a keyed hash only.
 */
@NullMarked
package org.paperround.suppression;

import org.jspecify.annotations.NullMarked;
