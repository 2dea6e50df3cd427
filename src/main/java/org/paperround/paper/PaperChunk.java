package org.paperround.paper;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Papers that are stored together, inside a transaction that the caller opened. */
final class PaperChunk {

  private final EntityManager entities;
  private final Instant seenAt;
  private final Map<String, Paper> known = new HashMap<>();
  private final Set<LocalDate> changedDays = new TreeSet<>();
  private StoredCounts counts = StoredCounts.NONE;

  PaperChunk(EntityManager entities, Instant seenAt) {
    this.entities = entities;
    this.seenAt = seenAt;
  }

  void store(List<SourcedPaper> papers) {
    List<String> identifiers = papers.stream().map(paper -> paper.id().value()).distinct().toList();
    // Locked, because a merge that read what another instance is just changing would lose its word.
    entities
        .createQuery(
            "from Paper p where p.identifier in :identifiers order by p.identifier", Paper.class)
        .setParameter("identifiers", identifiers)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(paper -> known.put(paper.identifier().value(), paper));
    papers.forEach(this::store);
    entities.flush();
  }

  private void store(SourcedPaper said) {
    Paper paper = known.get(said.id().value());
    if (paper == null) {
      create(said);
    } else {
      merge(paper, said);
    }
  }

  private void create(SourcedPaper said) {
    Paper paper = new Paper(said.id(), PaperMerge.merge(null, said, seenAt), seenAt);
    entities.persist(paper);
    known.put(said.id().value(), paper);
    changedDays.add(announcedOn(paper));
    counts = counts.plus(new StoredCounts(1, 0, 0));
  }

  private void merge(Paper paper, SourcedPaper said) {
    PaperFacts before = paper.facts();
    PaperFacts after = PaperMerge.merge(before, said, seenAt);
    if (after.isSeenAs(before)) {
      // A newer statement may say the same; who spoke last still counts.
      paper.update(after);
      counts = counts.plus(new StoredCounts(0, 0, 1));
      return;
    }
    LocalDate dayBefore = announcedOn(paper);
    PaperRevision archived = paper.update(after);
    if (archived != null) {
      entities.persist(archived);
    }
    if (archived != null || !announcedOn(paper).equals(dayBefore)) {
      changedDays.add(dayBefore);
      changedDays.add(announcedOn(paper));
    }
    counts = counts.plus(new StoredCounts(0, 1, 0));
  }

  private static LocalDate announcedOn(Paper paper) {
    return paper.announcedAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  StoredCounts counts() {
    return counts;
  }

  Set<LocalDate> changedDays() {
    return changedDays;
  }
}
