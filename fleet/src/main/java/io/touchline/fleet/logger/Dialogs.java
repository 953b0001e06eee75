package io.touchline.fleet.logger;

import io.netty.channel.EventLoop;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.fleet.misbehaviour.Occasion;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Packet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The map of what a logger hears: which packet of the centre is an answer and to what, and which
 * one begins a dialog. On the event loop.
 */
final class Dialogs {

  /** So many requests are known again when they come once more. */
  private static final int REMEMBERED = 64;

  private final Device device;
  private final RequestRules rules;
  private final Deliveries deliveries;
  private final Joining joining;
  private final Outbox outbox;
  private final Habits habits;
  private final EventLoop loop;

  private final Map<String, Dialog> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Dialog> eldest) {
          return size() > REMEMBERED;
        }
      };

  Dialogs(
      Device device,
      RequestRules rules,
      Deliveries deliveries,
      Joining joining,
      Outbox outbox,
      Habits habits,
      EventLoop loop) {
    this.device = device;
    this.rules = rules;
    this.deliveries = deliveries;
    this.joining = joining;
    this.outbox = outbox;
    this.habits = habits;
    this.loop = loop;
  }

  void heard(Packet packet) {
    String cn = packet.cn();
    if (cn.equals(CommandCode.DATA_REPLY.cn()) || cn.equals(CommandCode.NOTICE_ANSWER.cn())) {
      deliveries.acknowledged(packet.exchangeQn());
      if (habits.answersAnswers()) {
        outbox.say(Wording.reply(device.identity(), packet, cn), cn, Occasion.ANSWER);
      }
    } else if (!cn.startsWith("9")) {
      recent.computeIfAbsent(packet.exchangeQn() + ' ' + cn, exchange -> dialog(packet)).heard();
      joining.heard(cn);
    }
  }

  private Dialog dialog(Packet request) {
    return new Dialog(request, device, rules, deliveries, outbox, loop);
  }
}
