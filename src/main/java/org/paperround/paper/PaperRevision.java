package org.paperround.paper;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/** The content a paper had before it changed, because an edition shows what was sent. */
@Entity
class PaperRevision {

  @EmbeddedId private Key key;
  @Embedded private PaperContent content;

  protected PaperRevision() {}

  PaperRevision(long paperId, int revision, PaperContent content) {
    this.key = new Key(paperId, revision);
    this.content = content;
  }

  PaperAt at() {
    return new PaperAt(key.paperId(), key.revision());
  }

  PaperContent content() {
    return content;
  }

  @Embeddable
  record Key(long paperId, int revision) {}
}
