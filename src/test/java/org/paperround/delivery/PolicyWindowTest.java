package org.paperround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyWindowTest {

  /** A letter is an answer, the first one first, with how often: accepted, policy, other, same. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "p19, false, one less than the limit",
    "p20, true, nothing but refusals",
    "a20 p20, true, half of the last forty",
    "a100 p19 a21, false, one less among forty",
    "p20 a20, true, all twenty are still in sight",
    "p20 a21, false, the first of twenty is out of sight",
    "p10 a10 p10, true, mixed",
    "o40, false, refusals that are about an address",
    "n40, false, refusals without an enhanced code",
    "t40, false, policy of another class is temporary",
    "s40, false, one mail again and again",
    "s10 p19, true, one mail counts once beside others"
  })
  void itIsFullWhenTwentyMailsOfTheLastFortyAnswersWereRefusedByPolicy(
      String answers, boolean full, String why) {
    PolicyWindow window = new PolicyWindow();
    long mail = 1;
    for (String run : answers.split(" ")) {
      for (int i = Integer.parseInt(run.substring(1)); i > 0; i--) {
        mail++;
        switch (run.charAt(0)) {
          case 'a' -> window.accepted(mail);
          case 'p' -> window.refused(mail, "5.7." + mail % 30);
          case 'o' -> window.refused(mail, "5.1.1");
          case 'n' -> window.refused(mail, null);
          case 't' -> window.refused(mail, "4.7.1");
          default -> window.refused(0, "5.7.1");
        }
      }
    }
    assertThat(window.isFull()).as(why).isEqualTo(full);
  }

  @Test
  void nothingIsLeftOfAWindowThatWasCleared() {
    PolicyWindow window = new PolicyWindow();
    for (int mail = 0; mail < PolicyWindow.LIMIT; mail++) {
      window.refused(mail, "5.7.1");
    }
    window.clear();
    assertThat(window.refusals()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "554 5.7.1 not from you | 554 5.7.1 not from you",
        "554 5.7.1 <ada@example.org>: Access denied | 554 5.7.1 <(an address)>: Access denied",
        "550 5.7.26 ada@example.org, see b-abc@example.net | 550 5.7.26 (an address) see (an address)"
      })
  void theReasonHoldsTheRelaysWordsAndNobodysAddress(String reply, String words) {
    assertThat(PolicyBreaker.reason(23, reply))
        .isEqualTo("23 of the last 40 mails were refused by policy: " + words);
  }
}
