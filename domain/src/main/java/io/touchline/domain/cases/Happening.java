package io.touchline.domain.cases;

import java.util.Arrays;

/** Names of what can happen, as records have them. */
public enum Happening {
  DETECTED(Detection.Detected.class, "发现线索"),
  TRUTH_CHANGED(Detection.TruthChanged.class, "数据更正"),
  WORK_ORDER_ISSUED(Step.WorkOrderIssued.class, "下发督办单"),
  DISMISSED(Decision.Dismissed.class, "排除"),
  CONFIRMED(Step.Confirmed.class, "核实立案"),
  NOT_APPROVED(Decision.NotApproved.class, "不予批准"),
  YELLOW_DECIDED(Decision.YellowDecided.class, "黄牌决定"),
  PLAN_FILED(Step.PlanFiled.class, "整改方案备案"),
  LIMIT_EXTENDED(Decision.LimitExtended.class, "限产延期"),
  COMPLETION_FILED(Step.CompletionFiled.class, "完成整改备案"),
  FILING_DEFECTIVE(Step.FilingDefective.class, "备案有缺"),
  RECTIFICATION_ACCEPTED(Decision.RectificationAccepted.class, "整改认可"),
  FOLLOWED_UP(Step.FollowedUp.class, "跟踪检查"),
  CARD_REMOVED(Decision.CardRemoved.class, "摘牌"),
  CLOSURE_PROPOSED(Step.ClosureProposed.class, "报请停业关闭"),
  CLOSURE_DECIDED(Decision.ClosureDecided.class, "红牌决定"),
  CLOSURE_DECLINED(Decision.ClosureDeclined.class, "政府不予批准"),
  PERMIT_REVOKED(Decision.PermitRevoked.class, "吊销许可证"),
  ENTITY_ENDED(Decision.EntityEnded.class, "主体终止"),
  DECISION_CANCELLED(Decision.DecisionCancelled.class, "决定被撤销"),
  RECORDED(Step.Recorded.class, "记录"),
  FLAG_SET(Decision.FlagSet.class, "附加标识");

  private final Class<? extends What> type;
  private final String chinese;

  Happening(Class<? extends What> type, String chinese) {
    this.type = type;
    this.chinese = chinese;
  }

  static Happening of(What what) {
    return Arrays.stream(values())
        .filter(happening -> happening.type == what.getClass())
        .findFirst()
        .orElseThrow();
  }

  /** The record that carries it. */
  public Class<? extends What> type() {
    return type;
  }

  public boolean isDecision() {
    return Decision.class.isAssignableFrom(type);
  }

  public String chinese() {
    return chinese;
  }
}
