package org.paperround.matching;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Work to do: a day whose papers changed, or a topic that papers already held have yet to meet. */
@Entity
@Table(name = "matching_request")
class MatchingRequest {

  @Id
  @GeneratedValue(generator = "matching_request_seq")
  @SequenceGenerator(name = "matching_request_seq", sequenceName = "matching_request_seq")
  long id;

  @Nullable LocalDate announcedOn;
  @Nullable Long topicId;

  /** For Hibernate. */
  protected MatchingRequest() {}

  MatchingRequest(@Nullable LocalDate announcedOn, @Nullable Long topicId) {
    this.announcedOn = announcedOn;
    this.topicId = topicId;
  }
}
