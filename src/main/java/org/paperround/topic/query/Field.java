package org.paperround.topic.query;

/** The part of a paper where a query can find something. */
public enum Field {
  TITLE,
  ABSTRACT,
  AUTHOR,
  ORGANIZATION,
  CATEGORY
}
