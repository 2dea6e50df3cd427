package org.paperround.bounce.mailbox;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;

/** A message nobody can read, left in its mailbox. */
@Entity
class LeftMessage {

  @EmbeddedId Key key;

  Instant leftAt;

  /**
   * Which one.
   *
   * @param uid what the server calls it
   */
  @Embeddable
  record Key(String mailbox, String uid) implements Serializable {}
}
