package org.paperround.delivery;

/** What has become of an accepted mail. */
public enum MailState {
  /** Waits for its first attempt. */
  QUEUED(false),
  /** On the wire, or was when its process died. */
  SENDING(false),
  /** The next server answered 250 and took it; whether anybody reads it is not known. */
  SENT(true),
  /** Waits for another attempt after a temporary refusal or a lost connection. */
  DEFERRED(false),
  /** The next server refused it for good; only the operator sends it again. */
  FAILED(true),
  /** Its address is on the suppression list; the reason says why. */
  SUPPRESSED(true),
  /** Taken back before the next server had it; the reason says by whom. */
  CANCELLED(true),
  /** Could not be sent before it was stale. */
  EXPIRED(true);

  private final boolean isFinal;

  MailState(boolean isFinal) {
    this.isFinal = isFinal;
  }

  /** Whether it stays so, unless the operator retries. */
  public boolean isFinal() {
    return isFinal;
  }
}
