package org.paperround.bounce.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paperround.base.EmailAddress;
import org.paperround.bounce.BounceIntake;
import org.paperround.bounce.BounceLog;
import org.paperround.bounce.BounceProfile;
import org.paperround.bounce.BounceSource;
import org.paperround.bounce.BouncesConfig.Protocol;
import org.paperround.bounce.BouncesConfig.Security;
import org.paperround.bounce.BouncingMails;
import org.paperround.bounce.Receipt.Outcome;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

@QuarkusTest
@TestProfile(BounceProfile.class)
class MailboxTest {

  private static final String ADA = "ada@example.org";

  @Inject BouncingMails mails;
  @Inject BounceIntake intake;
  @Inject BounceLog log;
  @Inject LeftMessages left;
  @Inject Suppressions suppressions;

  private GreenMail server;
  private GreenMailUser mailbox;

  @BeforeEach
  void open() {
    mails.clear();
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS),
            });
    server.start();
    mailbox = server.setUser("bounces@paperround.example", MailboxAt.USER, MailboxAt.PASSWORD);
  }

  @AfterEach
  void close() {
    server.stop();
    mails.goOn();
  }

  private MailboxAt at(Protocol protocol) {
    int port = protocol == Protocol.IMAP ? server.getImap().getPort() : server.getPop3().getPort();
    return new MailboxAt(protocol, port);
  }

  private void arrives(byte[] message) throws MessagingException {
    mailbox.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message)));
  }

  private Poll look(Protocol protocol) throws Exception {
    return MailboxLook.take(at(protocol), left, this::take);
  }

  private Outcome take(byte[] raw) {
    return intake.take(raw, List.of(), BounceSource.MAILBOX).outcome();
  }

  private int inFolder(String name) {
    ImapHostManager folders = server.getManagers().getImapHostManager();
    var folder = folders.getFolder(mailbox, name);
    return folder == null ? 0 : folder.getMessageCount();
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aBounceIsRecordedAndRemoved(Protocol protocol) throws Exception {
    arrives(mails.report("postfix-no-such-user", mails.sent(ADA), ADA));
    arrives(mails.report("away", mails.sent(ADA), ADA));

    assertThat(look(protocol)).isEqualTo(new Poll(2, 0));

    assertThat(inFolder("INBOX")).isZero();
    assertThat(suppressions.reasonFor(EmailAddress.parse(ADA)))
        .contains(SuppressionReason.HARD_BOUNCE);
    assertThat(look(protocol)).isEqualTo(new Poll(0, 0));
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void afterAKillBetweenRecordingAndRemovingItIsSeenTwiceAndCountsOnce(Protocol protocol)
      throws Exception {
    arrives(mails.report("postfix-mailbox-full", mails.sent(ADA), ADA));
    assertThatThrownBy(
            () ->
                MailboxLook.take(
                    at(protocol),
                    left,
                    raw -> {
                      take(raw);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(inFolder("INBOX")).isEqualTo(1);

    List<Outcome> outcomes = new ArrayList<>();
    MailboxLook.take(
        at(protocol),
        left,
        raw -> {
          outcomes.add(take(raw));
          return outcomes.get(0);
        });

    assertThat(outcomes).containsExactly(Outcome.REPEATED);
    assertThat(log.count(Set.of(), null)).isEqualTo(1);
    assertThat(inFolder("INBOX")).isZero();
  }

  @Test
  void whatNobodyCanReadMovesToQuarantine() throws Exception {
    arrives(mails.report("a-person-writes", mails.sent(ADA), ADA));
    arrives(mails.report("postfix-no-such-user", mails.sent(ADA), ADA));

    assertThat(look(Protocol.IMAP)).isEqualTo(new Poll(1, 1));
    arrives("no message at all".getBytes(StandardCharsets.US_ASCII));
    assertThat(look(Protocol.IMAP)).isEqualTo(new Poll(0, 1));

    assertThat(inFolder("INBOX")).isZero();
    assertThat(inFolder("Quarantine")).isEqualTo(2);
  }

  @Test
  void overPop3WhatNobodyCanReadStaysAndIsReadOnce() throws Exception {
    arrives(mails.report("a-person-writes", mails.sent(ADA), ADA));
    arrives(mails.report("postfix-no-such-user", mails.sent(ADA), ADA));

    assertThat(look(Protocol.POP3)).isEqualTo(new Poll(1, 1));
    assertThat(inFolder("INBOX")).isEqualTo(1);
    assertThat(look(Protocol.POP3)).isEqualTo(new Poll(0, 0));
    assertThat(left.of(MailboxAt.USER + "@127.0.0.1")).hasSize(1);

    server.purgeEmailFromAllMailboxes();
    look(Protocol.POP3);
    assertThat(left.of(MailboxAt.USER + "@127.0.0.1")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aMessageLargerThanAnyReportIsPutAsideUnread(Protocol protocol) throws Exception {
    byte[] start = mails.report("postfix-no-such-user", mails.sent(ADA), ADA);
    byte[] large = Arrays.copyOf(start, RawMessage.LARGEST + 2000);
    Arrays.fill(large, start.length, large.length, (byte) 'x');
    arrives(large);
    assertThat(look(protocol)).isEqualTo(new Poll(0, 1));
    assertThat(log.count(Set.of(), null)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void oneLookTakesSoManyAndTheNextGoesOn(Protocol protocol) throws Exception {
    for (int i = 0; i < 5; i++) {
      arrives(mails.report("postfix-spam-refused", mails.sent(ADA), ADA));
    }
    MailboxAt two = new MailboxAt(protocol, at(protocol).at(), Security.NONE, 2);
    assertThat(MailboxLook.take(two, left, this::take)).isEqualTo(new Poll(2, 0));
    assertThat(inFolder("INBOX")).isEqualTo(3);
    assertThat(look(protocol)).isEqualTo(new Poll(3, 0));
    assertThat(log.count(Set.of(), null)).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aServerThatKeepsSilentIsGivenUpOn(Protocol protocol) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      MailboxAt config = new MailboxAt(protocol, silent.getLocalPort());
      assertTimeoutPreemptively(
          Duration.ofSeconds(15),
          () ->
              assertThatThrownBy(() -> MailboxLook.take(config, left, this::take))
                  .isInstanceOf(MessagingException.class));
    }
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForGetsNoPassword() {
    MailboxAt config = new MailboxAt(Protocol.IMAP, server.getImaps().getPort(), Security.TLS, 100);
    assertThatThrownBy(() -> MailboxLook.take(config, left, this::take))
        .isInstanceOf(MessagingException.class)
        .hasStackTraceContaining("certificat");
  }

  @Test
  void aServerThatOffersNoTlsGetsNoPassword() {
    MailboxAt config =
        new MailboxAt(Protocol.IMAP, server.getImap().getPort(), Security.STARTTLS, 100);
    assertThatThrownBy(() -> MailboxLook.take(config, left, this::take))
        .isInstanceOf(MessagingException.class);
  }
}
