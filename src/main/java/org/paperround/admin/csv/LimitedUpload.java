package org.paperround.admin.csv;

import jakarta.ws.rs.WebApplicationException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.paperround.web.BodyLimit;
import org.paperround.web.Problem;

/** Counts an upload that did not say how long it is. */
final class LimitedUpload extends FilterInputStream {

  private long count;

  LimitedUpload(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int bytes) {
    count += bytes;
    if (count > BodyLimit.UPLOAD) {
      throw new WebApplicationException(
          Problem.of(
                  413,
                  "The file has more than "
                      + BodyLimit.UPLOAD / 1024 / 1024
                      + " MiB. What stands before that was taken; send the rest as a file of its"
                      + " own.")
              .response()
              .build());
    }
  }
}
