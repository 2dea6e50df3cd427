package org.paperround.subscription;

/** What a reader wants of papers like one they were sent. */
public enum Want {
  /** They are to stand higher. */
  MORE,
  /** They are to stand lower. */
  LESS;

  /** The other one. */
  public Want opposite() {
    return this == MORE ? LESS : MORE;
  }
}
