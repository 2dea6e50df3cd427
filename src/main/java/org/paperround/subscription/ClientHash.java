package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.paperround.base.ServiceConfig;

/** Where a request came from, kept so that it can be compared but not read. */
@ApplicationScoped
class ClientHash {

  private final ServiceConfig config;

  ClientHash(ServiceConfig config) {
    this.config = config;
  }

  String of(String client) {
    // A new one each time, for it may not be shared by requests that come at once.
    return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, "client:" + config.secret().get(0))
        .hmacHex(client);
  }
}
