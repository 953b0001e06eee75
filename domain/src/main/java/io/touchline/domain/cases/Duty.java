package io.touchline.domain.cases;

/** What somebody owes in a case, D1 to D19. */
public enum Duty {
  D1(Debtor.AUTHORITY, "调查取证", "gather evidence"),
  D2(Debtor.AUTHORITY, "书面报批或集体审议", "written approval or collective review"),
  D3(Debtor.AUTHORITY, "告知陈述、申辩、听证权利", "tell of the right to state, defend and be heard"),
  D4(Debtor.AUTHORITY, "制作决定书", "the decision document with its content"),
  D5(Debtor.AUTHORITY, "送达决定书", "serve the decision"),
  D6(Debtor.ENTERPRISE, "限制生产期限", "end of a limit"),
  D7(Debtor.ENTERPRISE, "停产整治期限", "a stop lasts until release"),
  D8(Debtor.ENTERPRISE, "整改方案备案并公开", "file and publish the rectification plan"),
  D9(Debtor.ENTERPRISE, "整改期间不得超标超总量", "no exceedance while limited"),
  D10(Debtor.ENTERPRISE, "完成整改备案", "file the completion of rectification"),
  D11(Debtor.AUTHORITY, "备案之日解除", "release on the day of filing"),
  D12(Debtor.AUTHORITY, "自行终止", "ends by itself with the entity"),
  D13(Debtor.AUTHORITY, "后督察", "supervise during the measure"),
  D14(Debtor.AUTHORITY, "跟踪检查", "follow-up inspection"),
  D15(Debtor.AUTHORITY, "公开决定、延期和解除日期", "publish decision, extension and release"),
  D16(Debtor.ENTERPRISE, "临时环境信息披露", "interim disclosure report"),
  D17(Debtor.ENTERPRISE, "年度环境信息披露", "annual disclosure report"),
  D18(Debtor.AUTHORITY, "决定是否立案", "decide whether to open a case"),
  D19(Debtor.AUTHORITY, "按日计罚复查", "re-check before a daily penalty");

  private final Debtor debtor;
  private final String chinese;
  private final String english;

  Duty(Debtor debtor, String chinese, String english) {
    this.debtor = debtor;
    this.chinese = chinese;
    this.english = english;
  }

  /** Who owes. */
  public enum Debtor {
    AUTHORITY,
    ENTERPRISE
  }

  public Debtor debtor() {
    return debtor;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
