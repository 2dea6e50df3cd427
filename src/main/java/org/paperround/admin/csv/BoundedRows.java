package org.paperround.admin.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends a row that does not end by itself: else a quote that is never closed would fill memory. */
final class BoundedRows extends FilterReader {

  /** A row is longer than any that could be meant. */
  static final class RowTooLong extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** In characters; 50 topics of 500 characters are a tenth of it. */
  static final int LONGEST = 256 * 1024;

  private int sinceLastRow;

  BoundedRows(Reader in) {
    super(in);
  }

  /** A row was read whole. */
  void rowEnded() {
    sinceLastRow = 0;
  }

  @Override
  public int read() throws IOException {
    return count(super.read(), 1);
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    return count(read, read);
  }

  private int count(int result, int characters) throws IOException {
    sinceLastRow += Math.max(0, characters);
    if (sinceLastRow > LONGEST) {
      throw new RowTooLong();
    }
    return result;
  }
}
