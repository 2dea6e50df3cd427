package org.paperround.subscription;

import java.time.Instant;
import org.paperround.base.PaperId;

/** What a reader said of a paper, and since when. */
public record GivenFeedback(PaperId paper, Want want, Instant givenAt) {}
