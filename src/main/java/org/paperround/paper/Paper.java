package org.paperround.paper;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;

/**
 * The work itself, stored once whatever number of sources, versions or days bring it. Other rooms
 * read it; only an ingestion changes it.
 */
@Entity
public class Paper {

  @Id @GeneratedValue private @Nullable Long id;
  private String identifier;
  @Embedded private PaperContent content;
  @Embedded private @Nullable TexSource written;
  private int revision;
  private Instant announcedAt;
  private int votes;
  private int comments;
  private List<String> sources;
  private String origins;
  private Instant firstSeenAt;

  /** For Hibernate. */
  protected Paper() {}

  Paper(PaperId identifier, PaperFacts facts, Instant firstSeenAt) {
    this.identifier = identifier.value();
    this.revision = 1;
    this.firstSeenAt = firstSeenAt;
    become(facts);
  }

  /**
   * Takes over what is known now.
   *
   * @return the content it had before, to be archived, or null if the content is the same
   */
  @Nullable PaperRevision update(PaperFacts facts) {
    PaperRevision before =
        facts.content().equals(content) ? null : new PaperRevision(id(), revision, content);
    if (before != null) {
      revision++;
    }
    become(facts);
    return before;
  }

  private void become(PaperFacts facts) {
    content = facts.content();
    written = facts.written();
    announcedAt = facts.announcedAt();
    votes = facts.votes();
    comments = facts.comments();
    sources = facts.sources();
    origins = facts.origins().toString();
  }

  PaperFacts facts() {
    return new PaperFacts(
        content,
        // Hibernate's way of saying that there is none.
        written == null ? TexSource.NONE : written,
        announcedAt,
        votes,
        comments,
        sources,
        PaperOrigins.parse(origins));
  }

  /** The row's number, which other tables refer to. */
  public long id() {
    if (id == null) {
      throw new IllegalStateException("A paper has a number once it is stored");
    }
    return id;
  }

  /** The canonical identity, which never changes. */
  public PaperId identifier() {
    return new PaperId(identifier);
  }

  /** What a digest shows of it, as of {@link #revision}. */
  public PaperContent content() {
    return content;
  }

  /** Counts changes of the content, from 1. */
  public int revision() {
    return revision;
  }

  /** The earliest announcement a source gives, else when it was first seen. */
  public Instant announcedAt() {
    return announcedAt;
  }

  /** How many people voted for it where people vote; 0 when nobody says. */
  public int votes() {
    return votes;
  }

  /** How many comments it has; 0 when nobody says. */
  public int comments() {
    return comments;
  }

  /** The names of the sources that brought it, in alphabetical order. */
  public List<String> sources() {
    return List.copyOf(sources);
  }

  /** When we first stored it. */
  public Instant firstSeenAt() {
    return firstSeenAt;
  }
}
