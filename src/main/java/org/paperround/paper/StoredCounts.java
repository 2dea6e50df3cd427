package org.paperround.paper;

/** What became of papers that were stored; their sum is how many were given. */
public record StoredCounts(int created, int updated, int unchanged) {

  static final StoredCounts NONE = new StoredCounts(0, 0, 0);

  StoredCounts plus(StoredCounts more) {
    return new StoredCounts(
        created + more.created, updated + more.updated, unchanged + more.unchanged);
  }
}
