package org.paperround.delivery.smtp;

import io.vertx.ext.mail.MailMessage;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells how far the client is with a message. The client reads the text only once it has a
 * connection that is greeted, authenticated and reset, right before MAIL FROM; whatever fails
 * earlier is the relay's fault and not the mail's. Until then a message can also be called back.
 */
final class WatchedMessage extends MailMessage {

  private enum Progress {
    BUILDING,
    READY,
    ON_THE_WIRE,
    ABANDONED
  }

  private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.BUILDING);

  /** From now on whoever reads the text is the client. */
  void ready() {
    progress.set(Progress.READY);
  }

  boolean isOnTheWire() {
    return progress.get() == Progress.ON_THE_WIRE;
  }

  /** Calls it back; false when it is too late. */
  boolean abandon() {
    return progress.compareAndSet(Progress.READY, Progress.ABANDONED);
  }

  @Override
  public String getText() {
    progress.compareAndSet(Progress.READY, Progress.ON_THE_WIRE);
    if (progress.get() == Progress.ABANDONED) {
      throw new CancellationException("Nobody waits for this mail's answer any more");
    }
    return super.getText();
  }
}
