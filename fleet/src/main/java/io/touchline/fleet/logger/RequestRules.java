package io.touchline.fleet.logger;

import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import java.util.Optional;

/**
 * Which request makes a logger do what: HJ 212-2017 table 9, with the requests of 2005 and 2025. On
 * the event loop.
 */
final class RequestRules {

  private static final int WRONG_PASSWORD = 3;
  private static final int WRONG_MN = 4;
  private static final int UNKNOWN_COMMAND = 8;
  private static final int REFUSED = 2;

  private final Device device;
  private final SettingRules settings;
  private final ReportRules reports;

  RequestRules(Device device, SettingRules settings, ReportRules reports) {
    this.device = device;
    this.settings = settings;
    this.reports = reports;
  }

  Action of(Packet request) {
    LoggerIdentity identity = device.identity();
    boolean named = !identity.mn().isEmpty() && !request.cn().equals(CommandCode.SET_MN.cn());
    if (!request.pw().equals(identity.password())) {
      return new Action.Refuse(WRONG_PASSWORD);
    }
    if (named && !request.mn().equals(identity.mn())) {
      return refuse(WRONG_MN);
    }
    Optional<Action> action = settings.of(request);
    return action.or(() -> reports.of(request)).orElseGet(() -> refuse(UNKNOWN_COMMAND));
  }

  /** The 2005 edition has no code beyond 3 (second-hand). */
  private Action refuse(int qnRtn) {
    boolean known = device.identity().edition() != Edition.V2005 || qnRtn <= WRONG_PASSWORD;
    return new Action.Refuse(known ? qnRtn : REFUSED);
  }
}
