package io.touchline.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "10.0.0.1,10.0.0.1,true",
    "10.0.0.1,10.0.0.2,false",
    "2001:db8:1:2::1,2001:db8:1:2:ffff::9,true",
    "2001:db8:1:2::1,2001:db8:1:3::1,false",
    "10.0.0.1,::ffff:10.0.0.1,true"
  })
  void anOriginIsAnAddressOrTheNetworkOfASixthVersionOne(String one, String other, boolean same)
      throws UnknownHostException {
    assertThat(origin(one).equals(origin(other))).isEqualTo(same);
  }

  private static Origin origin(String address) throws UnknownHostException {
    return Origin.of(InetAddress.getByName(address));
  }
}
