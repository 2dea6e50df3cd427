package org.paperround.delivery;

import java.time.Instant;

/**
 * What the mail to the operator shows.
 *
 * @param reason names no reader
 * @param serviceUrl which service it is
 * @param since when sending stopped
 * @param hourBefore when what led to it began, surely
 */
record OperatorAlertView(
    String reason, String serviceUrl, Instant since, Instant hourBefore, String postalAddress) {}
