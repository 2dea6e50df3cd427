package org.paperround.bounce.webhook;

import org.paperround.bounce.BounceSource;

/** One provider: how its requests are proven and what they say. */
interface Webhook {

  /** The provider, whose name in lower case is the last segment of the webhook's path. */
  BounceSource provider();

  /** Proves and reads a request. */
  WebhookReading read(WebhookRequest request);
}
