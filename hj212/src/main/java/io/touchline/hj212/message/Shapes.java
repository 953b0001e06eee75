package io.touchline.hj212.message;

import static io.touchline.hj212.Edition.V2005;
import static io.touchline.hj212.Edition.V2017;
import static io.touchline.hj212.message.FieldUse.may;
import static io.touchline.hj212.message.FieldUse.need;

import io.touchline.hj212.Edition;
import java.util.EnumSet;
import java.util.Set;

/** What the rows of {@link MessageType} are made of: editions, ways, and the fields of messages. */
final class Shapes {

  static final Set<Edition> ALL = EnumSet.allOf(Edition.class);
  static final Set<Edition> ONLY_2005 = EnumSet.of(V2005);
  static final Set<Edition> ONLY_2017 = EnumSet.of(V2017);
  static final Set<Edition> SINCE_2017 = EnumSet.range(V2017, Edition.V2025);
  static final Set<Edition> ONLY_2025 = EnumSet.of(Edition.V2025);

  static final Set<Direction> DOWN = EnumSet.of(Direction.TO_LOGGER);
  static final Set<Direction> UP = EnumSet.of(Direction.TO_CENTRE);
  static final Set<Direction> EITHER = EnumSet.allOf(Direction.class);

  static final FieldUse[] TIMEOUT = {
    need(Fields.OVER_TIME).since(V2017),
    need(Fields.OVER_TIME_2005).only(V2005),
    need(Fields.RE_COUNT)
  };
  static final FieldUse[] RTD = {need(Fields.RTD_INTERVAL)};
  static final FieldUse[] MINUTES = {need(Fields.MIN_INTERVAL)};
  static final FieldUse[] PASSWORD = {
    need(Fields.NEW_PW).since(V2017), need(Fields.PW_2005).only(V2005)
  };
  static final FieldUse[] OWN_OR_ANALYSER = {may(Fields.POL_ID).since(V2017)};
  static final FieldUse[] CLOCK = {
    may(Fields.POL_ID).since(V2017),
    need(Fields.SYSTEM_TIME).since(V2017),
    need(Fields.SYSTEM_TIME_2005).only(V2005)
  };
  static final FieldUse[] PERIOD = {
    need(Fields.BEGIN_TIME).since(V2017),
    need(Fields.BEGIN_TIME_2005).only(V2005),
    need(Fields.END_TIME).since(V2017),
    need(Fields.END_TIME_2005).only(V2005)
  };
  static final FieldUse[] DATED = {
    need(Fields.DATA_TIME).since(V2017), need(Fields.DATA_TIME_2005).only(V2005)
  };
  static final FieldUse[] RESTART = {need(Fields.DATA_TIME), need(Fields.RESTART_TIME)};

  static final FieldUse[] SERIALS = {
    need(Fields.LOGGER_ID), may(Fields.CPU_ID), may(Fields.MAC_1), may(Fields.MAC_2)
  };
  static final FieldUse[] LOGGER = {need(Fields.LOGGER_ID)};
  static final FieldUse[] KEY_AGE = {may(Fields.SK_CREATE_TIME)};
  static final FieldUse[] KEY = {need(Fields.SK_CREATE_TIME), need(Fields.NEW_SK).afterComma()};

  static final FieldUse[] WARN = {need(Fields.WARN_TIME)};
  static final FieldUse[] ANALYSERS = {may(Fields.POL_ID).repeated()};
  static final FieldUse[] LIMITS = {may(Fields.LOW_VALUE), may(Fields.UP_VALUE)};
  static final FieldUse[] NEW_LIMITS = {need(Fields.LOW_VALUE), need(Fields.UP_VALUE)};
  static final FieldUse[] TARGET = {need(Fields.ALARM_TARGET)};
  static final FieldUse[] REPORT = {need(Fields.REPORT_TIME)};
  static final FieldUse[] ALARM_NOW = {
    need(Fields.ALARM_TIME), may(Fields.ALARM_VALUE), may(Fields.ALARM_TYPE)
  };

  static final FieldUse[] ANALYSER = {need(Fields.POL_ID)};
  static final FieldUse[] CALIBRATION = {
    need(Fields.POL_ID), may(Fields.CALIBRATION_TYPE).only(Edition.V2025).afterComma()
  };
  static final FieldUse[] HOURS_OF_DAY = {
    need(Fields.POL_ID), need(Fields.C_TIME).afterComma().repeated()
  };
  static final FieldUse[] VASE = {need(Fields.DATA_TIME), need(Fields.VASE_NO)};
  static final FieldUse[] SAMPLING = {
    need(Fields.POL_ID), need(Fields.C_START_TIME), need(Fields.C_TIME)
  };
  static final FieldUse[] DELAY = {need(Fields.POL_ID), need(Fields.S_TIME)};
  static final FieldUse[] SERIAL_OF = {need(Fields.POL_ID), need(Fields.SERIAL)};
  static final FieldUse[] ASKED = {may(Fields.POL_ID), need(Fields.INFO_ID)};
  static final FieldUse[] ASKED_LOG = {
    may(Fields.POL_ID), need(Fields.INFO_ID), need(Fields.BEGIN_TIME), need(Fields.END_TIME)
  };
  static final FieldUse[] SET_INFO = {may(Fields.POL_ID), need(Fields.INFO_ID), need(Fields.INFO)};
  static final FieldUse[] REPORTED = {
    need(Fields.DATA_TIME), may(Fields.POL_ID), need(Fields.INFO)
  };
  static final FieldUse[] QN_RTN = {need(Fields.QN_RTN)};
  static final FieldUse[] EXE_RTN = {need(Fields.EXE_RTN)};

  private Shapes() {}
}
