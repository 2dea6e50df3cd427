package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "127.0.0.1, false",
    "127.9.9.9, false",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "10.0.0.1, false",
    "172.16.0.1, false",
    "172.32.0.1, true",
    "192.168.1.1, false",
    "100.64.0.1, false",
    "100.128.0.1, true",
    "169.254.169.254, false",
    "224.0.0.1, false",
    "192.0.0.1, false",
    "192.0.1.1, true",
    "198.18.0.1, false",
    "198.19.255.255, false",
    "198.20.0.1, true",
    "240.0.0.1, false",
    "255.255.255.255, false",
    "223.255.255.255, true",
    "::, false",
    "::1, false",
    "::10.0.0.1, false",
    "::93.184.216.34, false",
    "64:ff9b::10.0.0.1, false",
    "64:ff9b::169.254.169.254, false",
    "64:ff9b::93.184.216.34, true",
    "64:ff9b:1::1, false",
    "2002:0a00:0001::1, false",
    "2002:7f00:0001::1, false",
    "2002:5db8:d822::1, true",
    "fec0::1, false",
    "ff02::1, false",
    "fe80::1, false",
    "fd00::1, false",
    "::ffff:10.0.0.1, false",
    "2606:4700::1, true",
    "93.184.216.34, true"
  })
  void onlyThePublicInternetIsPublic(String address, boolean isPublic) throws UnknownHostException {
    assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
  }
}
