package org.paperround.topic;

/** The ways to ask. */
public enum TopicKind {
  /** A query in the language of {@link org.paperround.topic.query.Query}. */
  QUERY
}
