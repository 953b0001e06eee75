package io.touchline.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest(name = "{1} in {0}: {2}")
  @CsvSource({
    "10.20.0.0/16,10.20.0.1,true",
    "10.20.0.0/16,10.20.255.255,true",
    "10.20.0.0/16,10.21.0.0,false",
    "10.20.0.0/16,10.19.255.255,false",
    "10.20.48.0/20,10.20.63.255,true",
    "10.20.48.0/20,10.20.64.0,false",
    "10.20.48.0/20,10.20.47.255,false",
    "192.168.1.7,192.168.1.7,true",
    "192.168.1.7,192.168.1.6,false",
    "192.168.1.6/31,192.168.1.7,true",
    "0.0.0.0/0,203.0.113.9,true",
    "0.0.0.0/0,::1,false",
    "2001:db8::/32,2001:db8:ffff::1,true",
    "2001:db8::/32,2001:db9::1,false",
    "2001:db8:8000::/33,2001:db8:ffff::1,true",
    "2001:db8:8000::/33,2001:db8:7fff::1,false",
    "::1,::1,true",
    "::/0,10.0.0.1,false",
    "10.0.0.0/8,::ffff:10.1.2.3,true"
  })
  void aNetworkHoldsItsAddressesAndNoOthers(String network, String address, boolean held)
      throws UnknownHostException {
    assertThat(Network.of(network).contains(InetAddress.getByName(address))).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "10.20/16",
        "10.20.0.0/33",
        "10.20.0.0/-1",
        "10.20.0.0/x",
        "10.20.0.1/16",
        "300.1.1.1/8",
        "example/8",
        "2001:db8::1/32",
        "::/129",
        "10.20.0.0/"
      })
  void whatIsNoNetworkIsNamedWithTheWayToWriteOne(String text) {
    assertThatThrownBy(() -> Network.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"")
        .hasMessageContaining("10.20.0.0/16");
  }
}
