package org.paperround.delivery;

/** Who paused sending. */
public enum PauseCause {
  /** The operator, over the API. */
  OPERATOR,
  /** A run of refusals that blame us and no address. */
  POLICY
}
