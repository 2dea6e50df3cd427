package org.paperround.web;

import org.paperround.subscription.LinkResult;
import org.paperround.subscription.SubscriptionView;

/** A link that cannot do what it was followed for; the edge says so in a page or a problem. */
final class LinkException extends RuntimeException {

  private final int status;

  private LinkException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }

  /** What the link speaks of. */
  static SubscriptionView unlessDone(LinkResult result) {
    if (result instanceof LinkResult.Done done) {
      return done.subscription();
    }
    throw of(result);
  }

  static LinkException of(LinkResult result) {
    if (result instanceof LinkResult.Forged) {
      return forged();
    }
    return result instanceof LinkResult.Expired
        ? expired()
        : new LinkException(410, "There is nothing behind this link any more.");
  }

  static LinkException forged() {
    return new LinkException(404, "This link is not one of ours. Copy it whole from the mail.");
  }

  static LinkException expired() {
    return new LinkException(410, "The time of this link is over. Ask for a fresh one.");
  }
}
