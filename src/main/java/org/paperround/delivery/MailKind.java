package org.paperround.delivery;

/** What a mail is for. */
public enum MailKind {
  /** Asks the owner of an address whether the sign-up was theirs. */
  CONFIRMATION(Lane.TRANSACTIONAL),
  /** Brings a reader back to their preferences. */
  PREFERENCES_LINK(Lane.TRANSACTIONAL),
  /** A digest. */
  EDITION(Lane.BULK),
  /** Tells the operator that sending stopped by itself. */
  OPERATOR_ALERT(Lane.TRANSACTIONAL);

  private final Lane lane;

  MailKind(Lane lane) {
    this.lane = lane;
  }

  /** The lane mails of this kind are sent in. */
  public Lane lane() {
    return lane;
  }
}
