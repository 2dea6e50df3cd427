package org.paperround.admin.csv;

/**
 * A row that was not taken.
 *
 * @param line where it begins in the file, from 1
 * @param email as it was written; empty where the row could not be read
 */
public record ReportLine(long line, String email, RowOutcome.Kind outcome, String detail) {}
