package org.paperround.paper;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Does what the schedule does when arXiv's hour comes. */
@Singleton
public class ArxivSchedule {

  private final IngestAnnouncements announcements;

  ArxivSchedule(IngestAnnouncements announcements) {
    this.announcements = announcements;
  }

  /** Runs an ingestion if something is expected. */
  public Optional<Ingestion> run() {
    return announcements.runIfDue("arxiv");
  }
}
