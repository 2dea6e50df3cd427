package org.paperround.subscription;

/** When an imported subscriber gets the first digest. */
public enum FirstDigest {
  /** At the ordinary slot they chose. */
  AT_SLOT,
  /** At once, as after a confirmation. */
  NOW
}
