/**
 * The few values every room shares: an address, a paper's identity, a signed token, the clock,
 * where the service lives.
 *
 * <p>Entry rule: a type moves in only when two rooms use it, and it imports nothing of ours.
 */
@NullMarked
package org.paperround.base;

import org.jspecify.annotations.NullMarked;
