package org.paperround.base;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mailbox as we store and mail it: trimmed, NFC, the local part as its owner writes it, the
 * domain in lower-case A-labels (RFC 5890). Only the dot-atom form of RFC 5321 is taken: quoted
 * local parts and address literals are refused, as are local parts that would need SMTPUTF8 (RFC
 * 6531), which the relay may not speak.
 *
 * @param localPart what stands before the at sign, at most 64 octets
 * @param domain what stands behind it, at most 255 octets, with at least two labels
 */
public record EmailAddress(String localPart, String domain) {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final Pattern DOT_ATOM =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern LAST_LABEL = Pattern.compile("[a-z][a-z0-9-]*[a-z0-9]");
  // IDNA 2003, which the JDK speaks, maps these to other domains than IDNA 2008 does.
  private static final Pattern DEVIATION = Pattern.compile("[\\u00DF\\u03C2\\u200C\\u200D]");

  /**
   * Reads an address that somebody typed.
   *
   * @throws InvalidEmailAddress with a sentence for the one who typed it
   */
  public static EmailAddress parse(String typed) {
    String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1) {
      throw new InvalidEmailAddress("Write the address as name@example.org.");
    }
    String local = text.substring(0, at);
    if (!local.chars().allMatch(c -> c < 128)) {
      throw new InvalidEmailAddress(
          "The part before the @ has letters outside ASCII, which this service cannot mail to.");
    }
    if (local.length() > LONGEST_LOCAL_PART || !DOT_ATOM.matcher(local).matches()) {
      throw new InvalidEmailAddress("The part before the @ is not a mailbox name we can mail to.");
    }
    EmailAddress address = new EmailAddress(local, domain(text.substring(at + 1)));
    if (address.toString().length() > LONGEST) {
      throw new InvalidEmailAddress("The address is longer than " + LONGEST + " characters.");
    }
    return address;
  }

  /**
   * Reads an address that was {@link #parse parsed} before, from where its text was stored; nothing
   * is checked again.
   */
  public static EmailAddress stored(String text) {
    int at = text.lastIndexOf('@');
    return new EmailAddress(text.substring(0, at), text.substring(at + 1));
  }

  private static String domain(String typed) {
    if (DEVIATION.matcher(typed).find()) {
      throw new InvalidEmailAddress("Write the domain in its ASCII form, which begins with xn--.");
    }
    try {
      String domain = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      int dot = domain.lastIndexOf('.');
      if (dot > 0 && LAST_LABEL.matcher(domain.substring(dot + 1)).matches()) {
        return domain;
      }
    } catch (IllegalArgumentException malformed) {
      // The same sentence serves: what the JDK says is for programmers.
    }
    throw new InvalidEmailAddress("The part after the @ is not a domain name.");
  }

  /** The form that is unique: two addresses with one key are one reader. Plus-addresses differ. */
  public String key() {
    return toString().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return localPart + "@" + domain;
  }
}
