package io.touchline.domain;

/**
 * What a discharger says its plant did (工况标记): the seven furnace states of waste incineration (MEE
 * announcement 2019-50; the names from a secondary source) and those of power plants.
 *
 * <p>A stop takes its time out. The others leave the data valid: whether one excuses an exceedance
 * is a matter of yearly hours.
 */
public enum OperatingState implements MarkKind {
  DRYING_OUT("烘炉"),
  START_UP("启炉"),
  SHUT_DOWN("停炉"),
  COOL_DOWN("停炉降温"),
  STOPPED("停运"),
  PLANT_FAULT("工况故障"),
  ACCIDENT("事故"),
  /** Power plants: connected to the grid or supplying heat. */
  GRID_CONNECTION("并网"),
  /** Power plants: disconnected. */
  DISCONNECTION("解列");

  private final String chinese;

  OperatingState(String chinese) {
    this.chinese = chinese;
  }

  @Override
  public String chinese() {
    return chinese;
  }
}
