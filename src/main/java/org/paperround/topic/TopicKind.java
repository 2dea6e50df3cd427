package org.paperround.topic;

/** The ways to ask. */
public enum TopicKind {
  /** A query in the language of {@link org.paperround.topic.query.Query}. */
  QUERY,
  /** A sentence or a paragraph in the reader's own words, or a pasted abstract. */
  ABOUT,
  /** One or several papers: others like them are wanted. */
  LIKE
}
