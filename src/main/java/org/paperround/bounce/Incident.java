package org.paperround.bounce;

/**
 * What a report says of the mail it is about, not yet written down.
 *
 * @param status an enhanced status code or the type of a feedback report
 */
record Incident(BounceKind kind, String status, String detail) {}
