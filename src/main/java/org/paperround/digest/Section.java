package org.paperround.digest;

/** Where in an edition a paper stands. */
public enum Section {
  /** It answers a topic of the reader. */
  MATCH,
  /** It is among the most voted, whoever asked. */
  TRENDING,
  /** It answers a topic and did not fit; it is only on the edition's page. */
  MORE
}
