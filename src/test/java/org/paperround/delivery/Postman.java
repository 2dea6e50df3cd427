package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other rooms see mails that are accepted and not sent yet. */
@ApplicationScoped
public class Postman {

  private final OutboxDrain drain;

  Postman(OutboxDrain drain) {
    this.drain = drain;
  }

  /** Sends nothing from now on. */
  public void rests() {
    drain.stop();
  }

  public void works() {
    drain.start();
  }
}
