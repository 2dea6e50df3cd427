package org.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftRunTest {

  /** B: came back; s: succeeded; in the order the mails were accepted. */
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "s, 0",
    "B, 1",
    "BBBBB, 5",
    "BBsBBB, 3",
    "BBBsB, 3",
    "sBBBBBs, 5",
    "BsBsBsBsB, 1"
  })
  void aSuccessBreaksTheRun(String mails, int longest) {
    assertThat(SoftRun.longest(ids(mails, 'B'), ids(mails, 's'))).isEqualTo(longest);
  }

  private static List<Long> ids(String mails, char which) {
    return LongStream.range(0, mails.length())
        .filter(i -> mails.charAt((int) i) == which)
        .boxed()
        .toList();
  }
}
