package org.paperround.dev;

/**
 * A mail in the embedded inbox, decoded.
 *
 * @param number 1 for the first that arrived
 * @param text the text part, empty where there is none
 * @param html the HTML part, empty where there is none
 * @param source the mail as it came over the wire
 */
record ReceivedMail(
    int number,
    String from,
    String to,
    String subject,
    String sentAt,
    String text,
    String html,
    String source) {}
