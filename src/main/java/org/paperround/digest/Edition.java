package org.paperround.digest;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One digest for one subscription and one period: composed once, then never changed. It keeps which
 * papers it offered and why, not how they looked.
 */
@Entity
class Edition {

  /** The period of the digest at confirmation. */
  static final String FIRST = "FIRST";

  @Id
  @GeneratedValue(generator = "edition_seq")
  @SequenceGenerator(name = "edition_seq", sequenceName = "edition_seq", allocationSize = 1000)
  long id;

  long subscriptionId;
  String period;
  LocalDate slotOn;

  /** The instant of the round, which in a rehearsal is not the clock's. */
  Instant composedFor;

  Instant composedAt;
  int papersNew;

  /** The reader's topics at the time, in their words. */
  List<String> topics;

  @Convert(converter = EditionItems.class)
  List<EditionItem> items;

  /**
   * The numbers of its papers, and of those it passed over for good, see {@link PaperNumbers}; null
   * in rows from before there were any.
   */
  @Nullable String papers;

  boolean released;

  /** For Hibernate. */
  protected Edition() {}

  Edition(
      long subscriptionId,
      String period,
      LocalDate slotOn,
      Instant composedFor,
      Instant composedAt,
      int papersNew,
      List<String> topics,
      List<EditionItem> items,
      Collection<Long> passedOver) {
    this.subscriptionId = subscriptionId;
    this.period = period;
    this.slotOn = slotOn;
    this.composedFor = composedFor;
    this.composedAt = composedAt;
    this.papersNew = papersNew;
    this.topics = List.copyOf(topics);
    this.items = List.copyOf(items);
    this.papers =
        PaperNumbers.write(
            LongStream.concat(
                items.stream().mapToLong(EditionItem::paperId),
                passedOver.stream().mapToLong(Long::longValue)));
  }

  EditionContent content() {
    EditionItems.Shown shown = EditionItems.Shown.of(items);
    return new EditionContent(
        id, subscriptionId, slotOn, composedAt, papersNew, topics, shown.items(), shown.more());
  }
}
