package io.touchline.app.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A registry without a fault, of which a test changes what it is about. */
final class RegistryFiles implements RegistrySource {

  static final String AIR = "010000A8900016F000169DC0";
  static final String WATER = "010000A8900016F000169DC1";

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  RegistryFiles() {
    with("regions.csv", "code,name,parent", "610000,陕西省,", "610100,西安市,610000");
    with(
        "enterprises.csv",
        "code,name,region,sector,category",
        "91610000X,\"某某热电, 有限公司\",610100,D4412,key");
    with(
        "outlets.csv",
        "mn,code,name,enterprise,medium,facility,reference_oxygen,stack_area,judge,edition,"
            + "password,valid_from,valid_to",
        AIR + ",DA001,1号锅炉,91610000X,AIR,boiler,6,12.5,REPORTED,2017,123456,2024-01-01,",
        WATER + ",DW001,总排口,91610000X,WATER,,,,,,,2024-01-01,2030-12-31");
    with(
        "limits.csv",
        "mn,factor,value,unit,averaging,basis,source,clause,valid_from,valid_to",
        AIR + ",a21026,35,mg/m3,HOUR,CONVERTED,permit,1,2024-01-01,",
        WATER + ",w01001,6-9,,DAY,,GB 8978-1996,4.1,2024-01-01,");
  }

  RegistryFiles with(String file, String... lines) {
    return with(file, (String.join("\n", lines) + "\n").getBytes(UTF_8));
  }

  RegistryFiles with(String file, byte[] bytes) {
    files.put(file, bytes);
    return this;
  }

  RegistryFiles without(String file) {
    files.remove(file);
    return this;
  }

  /** One text of a file in place of another that must be there. */
  RegistryFiles replaced(String file, String old, String by) {
    String text = new String(files.get(file), UTF_8);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(file + " does not hold " + old);
    }
    return with(file, text.replace(old, by).getBytes(UTF_8));
  }

  /** One more line at the end of a file. */
  RegistryFiles added(String file, String line) {
    return with(file, (new String(files.get(file), UTF_8) + line + "\n").getBytes(UTF_8));
  }

  Map<String, byte[]> all() {
    return files;
  }

  @Override
  public Optional<byte[]> read(String file) {
    return Optional.ofNullable(files.get(file));
  }
}
