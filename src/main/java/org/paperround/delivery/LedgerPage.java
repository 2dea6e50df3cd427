package org.paperround.delivery;

import java.util.List;

/**
 * A page of the ledger, newest mails first.
 *
 * @param page counted from 0
 * @param total how many mails answer the filter
 */
public record LedgerPage(List<LedgerEntry> items, int page, int size, long total) {}
