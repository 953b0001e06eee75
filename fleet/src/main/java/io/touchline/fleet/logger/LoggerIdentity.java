package io.touchline.fleet.logger;

import io.touchline.hj212.Edition;

/**
 * Who a data logger (数采仪) says it is in every frame.
 *
 * @param systemCode ST: 31 flue gas, 32 waste water
 * @param mn device id (设备唯一标识); empty for a logger of 2025 that has not joined yet
 * @param password PW, six characters, in clear text
 * @param edition of HJ 212 it speaks: it sets the version bits of Flag
 */
public record LoggerIdentity(String systemCode, String mn, String password, Edition edition) {

  public LoggerIdentity withMn(String other) {
    return new LoggerIdentity(systemCode, other, password, edition);
  }

  public LoggerIdentity withPassword(String other) {
    return new LoggerIdentity(systemCode, mn, other, edition);
  }

  @Override
  public String toString() {
    return "LoggerIdentity[ST=" + systemCode + " MN=" + mn + " " + edition + "]";
  }
}
