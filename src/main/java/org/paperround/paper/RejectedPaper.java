package org.paperround.paper;

/**
 * An entry that could not be kept.
 *
 * @param index its place in the list it came in, from 0
 * @param reason what is wrong with it, for the one who sent it
 */
public record RejectedPaper(int index, String reason) {}
