/**
 * Subscribers and subscriptions: sign up, confirm, change, pause, unsubscribe, export, erase; and
 * what readers say of papers they were sent.
 *
 * <p>Flow: a sign-up mails a confirmation; the reader's POST makes the subscription; every later
 * change comes through a signed link, which {@code web} reads.
 *
 * <p>Edge: what a subscription is sent is composed in {@code digest}; what became of a mail is
 * known to {@code delivery}.
 */
@NullMarked
package org.paperround.subscription;

import org.jspecify.annotations.NullMarked;
