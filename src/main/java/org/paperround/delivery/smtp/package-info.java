/**
 * The conversation with the relay: what is said to it, what it answers, and how long it may take.
 * Knows nothing of the outbox.
 */
@NullMarked
package org.paperround.delivery.smtp;

import org.jspecify.annotations.NullMarked;
