package org.paperround.bounce;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paperround.delivery.EnvelopeSender;
import org.paperround.delivery.LedgerEntry;
import org.paperround.delivery.MailLedger;
import org.paperround.delivery.SentMails;

/**
 * Says which of our mails something that came back is about. The proof is a signed envelope sender
 * (VERP) wherever it stands, wrapped by forwarders (SRS) or not; else a Message-ID of ours. The
 * failed recipient proves nothing: anybody can write one down.
 */
@ApplicationScoped
class ProvenMail {

  private static final Pattern ENVELOPE_SENDER =
      Pattern.compile("b-[a-z2-7]{32}(?![a-z2-7])", Pattern.CASE_INSENSITIVE);
  private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,400})>");
  private static final int MOST_TRIED = 50;

  private final EnvelopeSender envelopeSender;
  private final SentMails mails;
  private final MailLedger ledger;

  ProvenMail(EnvelopeSender envelopeSender, SentMails mails, MailLedger ledger) {
    this.envelopeSender = envelopeSender;
    this.mails = mails;
    this.ledger = ledger;
  }

  /** The mail; empty when nothing proves one, or its row is gone. */
  Optional<LedgerEntry> of(Traces traces) {
    OptionalLong proven = byEnvelopeSender(traces.addresses());
    if (proven.isEmpty()) {
      proven = byMessageId(traces.messageIds());
    }
    return proven.isEmpty() ? Optional.empty() : ledger.entry(proven.getAsLong());
  }

  private OptionalLong byEnvelopeSender(List<String> texts) {
    return texts.stream()
        .flatMap(text -> ENVELOPE_SENDER.matcher(text).results())
        .limit(MOST_TRIED)
        .map(found -> envelopeSender.mailOf(found.group()))
        .filter(OptionalLong::isPresent)
        .findFirst()
        .orElseGet(OptionalLong::empty);
  }

  private OptionalLong byMessageId(List<String> texts) {
    return texts.stream()
        .limit(MOST_TRIED)
        .map(ProvenMail::bare)
        .map(mails::byMessageId)
        .filter(OptionalLong::isPresent)
        .findFirst()
        .orElseGet(OptionalLong::empty);
  }

  private static String bare(String text) {
    Matcher bracketed = MESSAGE_ID.matcher(text);
    return bracketed.find() ? bracketed.group(1) : text;
  }
}
