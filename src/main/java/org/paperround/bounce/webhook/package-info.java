/**
 * Hears of bounces from mail providers that keep the bounce messages to themselves and post what
 * they made of them.
 *
 * <p>Flow: each provider has a class that proves a request is the provider's and reads it into
 * {@link org.paperround.bounce.Report}s, which {@link org.paperround.bounce.webhook.Webhooks} hands
 * to the intake. The mail is proven there, as for a message.
 *
 * <p>Edge: a provider that is not configured does not exist. Replays are harmless, so an old
 * request is refused for good measure only.
 */
@NullMarked
package org.paperround.bounce.webhook;

import org.jspecify.annotations.NullMarked;
