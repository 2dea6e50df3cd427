package org.paperround.delivery;

import java.time.Instant;

/**
 * What the mail to the operator shows.
 *
 * @param about what it is about
 * @param reason names no reader
 * @param serviceUrl which service it is
 * @param since when the alert was raised
 * @param hourBefore when what led to it began, surely
 */
record OperatorAlertView(
    String about,
    String reason,
    String serviceUrl,
    Instant since,
    Instant hourBefore,
    String postalAddress) {}
