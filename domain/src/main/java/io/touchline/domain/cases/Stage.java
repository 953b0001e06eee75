package io.touchline.domain.cases;

/** Names of the states of a case. */
public enum Stage {
  CLEAR("正常", Card.NONE),
  SUSPECTED("疑似", Card.NONE),
  VERIFYING("核实中", Card.NONE),
  PROPOSED_YELLOW("拟黄牌", Card.NONE),
  YELLOW_LIMIT("黄牌(限制生产)", Card.YELLOW),
  YELLOW_STOP("黄牌(停产整治)", Card.YELLOW),
  YELLOW_EXEMPT("黄牌(不予停产)", Card.YELLOW),
  RELEASED_WATCH("解除待摘牌", Card.YELLOW),
  PROPOSED_RED("拟红牌", Card.NONE),
  RED("红牌", Card.RED),
  TERMINATED("终止", Card.NONE);

  private final String chinese;
  private final Card card;

  Stage(String chinese, Card card) {
    this.chinese = chinese;
    this.card = card;
  }

  /** The card that a signed decision has given. Not the colour of a credit rating. */
  public enum Card {
    NONE,
    YELLOW,
    RED
  }

  public String chinese() {
    return chinese;
  }

  /** Of the state itself; one that is proposed may stand on another that has one. */
  public Card card() {
    return card;
  }

  /** Whether the case is not over. */
  public boolean isOpen() {
    return this != CLEAR && this != TERMINATED;
  }
}
