package org.paperround.bounce.webhook;

import java.net.URI;
import java.security.cert.X509Certificate;

/** What is asked of Amazon SNS. The addresses given are known to be SNS's own. */
interface SnsEndpoints {

  /**
   * The certificate its messages are signed with.
   *
   * @throws SnsUnreachable if it cannot be had now
   */
  X509Certificate certificate(URI url);

  /**
   * Confirms a subscription.
   *
   * @throws SnsUnreachable if that does not work now
   */
  void visit(URI url);
}
