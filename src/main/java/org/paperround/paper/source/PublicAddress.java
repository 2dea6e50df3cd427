package org.paperround.paper.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.paperround.paper.SourceFailure;

/** Keeps addresses that an operator typed, or was sent on to, out of the network behind us. */
final class PublicAddress {

  private PublicAddress() {}

  /**
   * Refuses an address that is not on the public internet.
   *
   * @param who the source as people call it; begins the sentence of a failure
   * @throws SourceFailure if any address of the host is private (RFC 1918, RFC 4193), shared (RFC
   *     6598), loopback, link-local or multicast, or the host is unknown
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
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean local = address instanceof Inet6Address ? (first & 0xfe) == 0xfc : first == 0;
    boolean shared = bytes.length == 4 && first == 100 && (second & 0xc0) == 64;
    return !(local
        || shared
        || address.isSiteLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress());
  }
}
