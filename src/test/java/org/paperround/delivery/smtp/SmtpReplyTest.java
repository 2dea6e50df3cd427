package org.paperround.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpReplyTest {

  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 no such user, 550, 5.1.1",
    "451-4.7.1 wait, 451, 4.7.1",
    "550 4.7.1 of another class, 550,",
    "554 policy, 554,",
    "250, 250,",
    "OK, -1,"
  })
  void aReplyIsReadForItsCodes(String line, int code, String enhanced) {
    SmtpReplyText reply = new SmtpReplyText(line);
    assertThat(reply.code().orElse(-1)).isEqualTo(code);
    assertThat(reply.enhanced()).isEqualTo(enhanced);
  }

  @Test
  void whatFailsBeforeMailFromIsTheRelaysAndFromThereOnTheMails() {
    SMTPException refusal =
        new SMTPException("sender address not accepted", 421, List.of("421 4.3.2 closing"), true);
    assertThat(SmtpFailure.answered(refusal, false)).isInstanceOf(RelayReply.Down.class);
    assertThat(SmtpFailure.answered(refusal, true))
        .isEqualTo(new RelayReply.Deferred(421, "4.3.2", "421 4.3.2 closing"));
    assertThat(SmtpFailure.broken(new IOException("reset"), false))
        .isInstanceOf(RelayReply.Down.class);
    assertThat(SmtpFailure.broken(new IOException("reset"), true))
        .isInstanceOf(RelayReply.Lost.class);
  }
}
