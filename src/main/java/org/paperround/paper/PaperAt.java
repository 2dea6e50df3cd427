package org.paperround.paper;

/**
 * A paper in one of its states; what {@link PaperContent} stands there never changes.
 *
 * @param paperId the row's number
 * @param revision as {@link Paper#revision} counts
 */
public record PaperAt(long paperId, int revision) {}
