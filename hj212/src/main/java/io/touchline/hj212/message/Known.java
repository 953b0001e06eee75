package io.touchline.hj212.message;

import io.touchline.hj212.Edition;
import java.util.List;

/** A message that some edition of the standard has. */
public sealed interface Known extends Message
    permits Interaction,
        SettingMessage,
        TimeMessage,
        JoinMessage,
        SeriesRequest,
        Upload,
        AlarmMessage,
        ControlMessage,
        SamplingMessage,
        DeviceMessage {

  /** Its row in the table of messages. */
  MessageType type();

  @Override
  default String cn() {
    return type().code().cn();
  }

  @Override
  default Dialog dialog() {
    return type().dialog();
  }

  @Override
  default List<Fault> faults(Edition edition) {
    return type().faults(parameters(), edition);
  }
}
