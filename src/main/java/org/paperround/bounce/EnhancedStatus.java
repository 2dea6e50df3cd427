package org.paperround.bounce;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced mail system status code (RFC 3463): class, subject, detail.
 *
 * @param type 2 for success, 4 for a failure that may pass, 5 for one that stays
 */
public record EnhancedStatus(int type, int subject, int detail) {

  /** A refusal for good, of which no more is known. */
  public static final EnhancedStatus PERMANENT = new EnhancedStatus(5, 0, 0);

  /** A refusal that may pass, of which no more is known. */
  static final EnhancedStatus TRANSIENT = new EnhancedStatus(4, 0, 0);

  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?!\\.?\\d)");
  private static final Pattern REPLY = Pattern.compile("(?<![\\d.])([45])[0-5]\\d(?![\\d.])");

  /**
   * There is no such mailbox (1), domain (2), such an address cannot be (3), the mailbox has moved
   * (6), the domain takes no mail (10, RFC 7505). Not 5.2.1: that mailbox exists, and well-known
   * servers say it of one that gets too much mail at once.
   */
  private static final Set<Integer> NO_SUCH_ADDRESS = Set.of(1, 2, 3, 6, 10);

  /** The sender's address is not liked. */
  private static final Set<Integer> ABOUT_THE_SENDER = Set.of(5, 7, 8, 9);

  /** The mail is too long, or too many were to get it. */
  private static final Set<Integer> ABOUT_THE_MAIL = Set.of(3, 4);

  /** The first code in a text; empty when it holds none. */
  static Optional<EnhancedStatus> in(String text) {
    Matcher code = CODE.matcher(text);
    return code.find()
        ? Optional.of(
            new EnhancedStatus(
                Integer.parseInt(code.group(1)),
                Integer.parseInt(code.group(2)),
                Integer.parseInt(code.group(3))))
        : Optional.empty();
  }

  /**
   * What is known of a refusal.
   *
   * @param field the Status field, which often only says that it was one
   * @param words the server's, which may hold the code it gave itself
   * @param otherwise when neither says anything
   */
  public static EnhancedStatus of(String field, String words, EnhancedStatus otherwise) {
    Optional<EnhancedStatus> said = in(field);
    if (said.filter(status -> status.subject > 0).isPresent()) {
      return said.get();
    }
    Optional<EnhancedStatus> given =
        in(words).filter(status -> said.isEmpty() || status.type == said.get().type);
    return given.or(() -> said).or(() -> replyCode(words)).orElse(otherwise);
  }

  private static Optional<EnhancedStatus> replyCode(String words) {
    Matcher reply = REPLY.matcher(words);
    return reply.find()
        ? Optional.of("5".equals(reply.group(1)) ? PERMANENT : TRANSIENT)
        : Optional.empty();
  }

  /**
   * What a refusal with this code says. Only the subject "addressing" can say that an address is
   * wrong. Mail system (5.3), protocol (5.5), content (5.6) and security or policy (4.7, 5.7) are
   * about the two servers and the mail. Whatever else is permanent without naming the address, such
   * as a full mailbox (5.2.2) or a route that is not found (5.4.4), may pass.
   */
  BounceKind kind() {
    if (subject == 7) {
      return BounceKind.POLICY;
    }
    if (type != 5) {
      return BounceKind.SOFT;
    }
    return switch (subject) {
      case 1 ->
          NO_SUCH_ADDRESS.contains(detail)
              ? BounceKind.HARD
              : ABOUT_THE_SENDER.contains(detail) ? BounceKind.POLICY : BounceKind.SOFT;
      case 2 -> ABOUT_THE_MAIL.contains(detail) ? BounceKind.POLICY : BounceKind.SOFT;
      case 3, 5, 6 -> BounceKind.POLICY;
      default -> BounceKind.SOFT;
    };
  }

  /** Whether it says that the address is wrong. */
  public boolean isHard() {
    return kind() == BounceKind.HARD;
  }

  @Override
  public String toString() {
    return type + "." + subject + "." + detail;
  }
}
