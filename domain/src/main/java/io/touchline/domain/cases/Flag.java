package io.touchline.domain.cases;

/** What may stand beside any state of a case. */
public enum Flag {
  /** 挂牌督办. */
  LISTED_SUPERVISION("挂牌督办"),
  /** 按日连续处罚. */
  DAILY_PENALTY("按日连续处罚"),
  /** 移送公安. */
  POLICE_TRANSFER("移送公安"),
  /** 信用降级. */
  CREDIT_DOWNGRADE("信用降级"),
  /** 数据存疑: what was decided rests on data that changed since. The software may raise it. */
  DATA_DISPUTE("数据存疑");

  private final String chinese;

  Flag(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
