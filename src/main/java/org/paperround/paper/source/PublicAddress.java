package org.paperround.paper.source;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.paperround.paper.SourceFailure;

/** Keeps addresses that an operator typed, or was sent on to, out of the network behind us. */
final class PublicAddress {

  // IANA's registries of special-purpose addresses (RFC 6890), and multicast.
  private static final List<Block> CLOSED =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/96",
              "64:ff9b:1::/48",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(Block::parse)
          .toList();
  // RFC 6052 and RFC 3056: an IPv4 address stands behind the prefix.
  private static final Block NAT64 = Block.parse("64:ff9b::/96");
  private static final Block SIX_TO_FOUR = Block.parse("2002::/16");

  private PublicAddress() {}

  /**
   * Refuses an address that is not on the public internet.
   *
   * @param who the source as people call it; begins the sentence of a failure
   * @throws SourceFailure if any address of the host is private, shared, loopback, link-local,
   *     multicast or reserved, also when an IPv6 address wraps it, or the host is unknown
   */
  static void require(String who, URI address) {
    String scheme = String.valueOf(address.getScheme());
    if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw SourceFailure.failed(who + " is at no http or https address");
    }
    try {
      for (InetAddress each : InetAddress.getAllByName(address.getHost())) {
        if (!isPublic(each)) {
          throw SourceFailure.failed(
              who
                  + " is at a private address; paperround.sources.feeds.allow-private permits that");
        }
      }
    } catch (UnknownHostException unknown) {
      throw SourceFailure.failed(who + " is at a host that is not known");
    }
  }

  static boolean isPublic(InetAddress address) {
    return isPublic(address.getAddress());
  }

  private static boolean isPublic(byte[] address) {
    if (NAT64.holds(address)) {
      return isPublic(Arrays.copyOfRange(address, 12, 16));
    }
    if (SIX_TO_FOUR.holds(address)) {
      return isPublic(Arrays.copyOfRange(address, 2, 6));
    }
    return CLOSED.stream().noneMatch(block -> block.holds(address));
  }

  /** Addresses of one length, in bytes, that begin alike. */
  private record Block(int length, BigInteger prefix, int rest) {

    static Block parse(String text) {
      int slash = text.indexOf('/');
      try {
        byte[] first = InetAddress.getByName(text.substring(0, slash)).getAddress();
        int rest = 8 * first.length - Integer.parseInt(text.substring(slash + 1));
        return new Block(first.length, new BigInteger(1, first).shiftRight(rest), rest);
      } catch (UnknownHostException mistake) {
        throw new IllegalArgumentException(text, mistake);
      }
    }

    boolean holds(byte[] address) {
      return address.length == length && new BigInteger(1, address).shiftRight(rest).equals(prefix);
    }
  }
}
