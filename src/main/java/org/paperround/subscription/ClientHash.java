package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.paperround.base.ServiceConfig;

/** Where a request came from, kept so that it can be compared but not read. */
@ApplicationScoped
class ClientHash {

  private final HmacUtils hmac;

  ClientHash(ServiceConfig config) {
    this.hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, "client:" + config.secret().get(0));
  }

  String of(String client) {
    return hmac.hmacHex(client);
  }
}
