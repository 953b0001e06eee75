package io.touchline.domain;

/**
 * What a discharger says of its instruments (数据标记): not the wire flag. Sub-items as platforms use
 * them; the three of waste incineration (2019) are named from recall and need a check.
 */
public enum DataMark implements MarkKind {
  CALIBRATION("校准"),
  DEVICE_FAULT("设备故障"),
  MAINTENANCE("维护"),
  STANDARD_CHECK("标样核查"),
  COMMUNICATION_LOSS("通讯中断"),
  TEMPERATURE_ANOMALY("炉温异常"),
  THERMOCOUPLE_FAULT("热电偶故障"),
  /** Invalid without a finer reason. */
  INVALID("数据无效");

  private final String chinese;

  DataMark(String chinese) {
    this.chinese = chinese;
  }

  @Override
  public String chinese() {
    return chinese;
  }
}
