package io.touchline.domain.cases;

/** Why a measure may be taken (情形), by the articles of Order 30 of 2014. */
public enum Ground {
  L1(Measure.LIMIT, "超过污染物排放标准", "over the discharge standard"),
  L2(Measure.LIMIT, "超过日最高允许排放总量", "over the daily maximum allowed total"),
  P1(Measure.STOP, "以逃避监管的方式排污且超标", "evading supervision and over the standard"),
  P2(Measure.STOP, "重金属等超标三倍以上", "heavy metals or the like three times over the standard"),
  P3(Measure.STOP, "超过年度总量控制指标", "over the annual total"),
  P4(Measure.STOP, "被限制生产后仍然超标", "still over the standard after a limit"),
  P5(Measure.STOP, "因突发事件超标或超总量", "over the standard or total by an emergency"),
  P6(Measure.STOP, "法律法规规定的其他情形", "other grounds of law"),
  X(Measure.EXEMPT, "可以不予停产", "may be spared the stop"),
  C1(
      Measure.CLOSURE,
      "两年内两次以上处罚后又实施",
      "two penalties in two years for toxic pollutants, and again"),
  C2(Measure.CLOSURE, "拒不停产或者擅自恢复生产", "does not stop, or resumes without leave"),
  C3(Measure.CLOSURE, "解除后又实施同一违法行为", "the same violation after release"),
  C4(Measure.CLOSURE, "其他严重情节", "other serious circumstances");

  private final Measure measure;
  private final String chinese;
  private final String english;

  Ground(Measure measure, String chinese, String english) {
    this.measure = measure;
    this.chinese = chinese;
    this.english = english;
  }

  /** What it may lead to. */
  public Measure measure() {
    return measure;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
