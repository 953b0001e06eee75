package io.touchline.ingest;

import io.touchline.contract.PacketHeaders;
import io.touchline.hj212.Reason;
import io.touchline.ingest.door.Examined;
import io.touchline.ingest.door.Intake;
import io.touchline.ingest.door.LineVerdict;
import io.touchline.ingest.door.Sender;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The gateway's own checks, records, budget and counters, for the doors beside TCP. */
final class DoorIntake implements Intake {

  /** What was found of a piece, and what is kept of it. */
  private record Finding(Checked checked, ProducerRecord<byte[], byte[]> record)
      implements Examined {

    @Override
    public LineVerdict verdict() {
      if (checked instanceof Checked.Good good) {
        return LineVerdict.accepted(good.packet().mn());
      }
      if (checked instanceof Checked.Bad bad) {
        return LineVerdict.rejected(bad.mn(), bad.reason().code(), bad.detail());
      }
      return LineVerdict.rejected(
          null, QuarantineReason.UNKNOWN_MN.code(), "the logger has no MN yet");
    }
  }

  private final FrameChecker checker;
  private final StationWatch watch;
  private final Evidence evidence;
  private final EvidenceWriter writer;
  private final Backpressure backpressure;
  private final GatewayMeters meters;

  DoorIntake(
      FrameChecker checker,
      StationWatch watch,
      Evidence evidence,
      EvidenceWriter writer,
      Backpressure backpressure,
      GatewayMeters meters) {
    this.checker = checker;
    this.watch = watch;
    this.evidence = evidence;
    this.writer = writer;
    this.backpressure = backpressure;
    this.meters = meters;
  }

  @Override
  public boolean isOpen() {
    return backpressure.isOpen();
  }

  @Override
  public Examined examine(byte[] candidate, String place, Sender sender) {
    return examine(new Piece.Candidate(candidate, 0), place, sender);
  }

  @Override
  public Examined examineGarbage(byte[] bytes, Reason reason, String place, Sender sender) {
    return examine(new Piece.Garbage(bytes, 0, reason, 1, 1), place, sender);
  }

  private Examined examine(Piece piece, String place, Sender sender) {
    meters.received();
    meters.bytesReceived(piece.bytes().length);
    Checked checked = checker.check(piece);
    if (checked instanceof Checked.Good good && !maySpeakFor(sender, good)) {
      checked =
          new Checked.Bad(
              piece,
              good.packet().mn(),
              QuarantineReason.FOREIGN_MN,
              sender.peer()
                  + " may not speak for MN "
                  + good.packet().mn()
                  + "; add its region or MN to the platform's settings if it may");
    }
    watch.heard(checked, sender.peer());
    ProducerRecord<byte[], byte[]> record = evidence.of(checked, sender.peer());
    record.headers().remove(PacketHeaders.POSITION);
    PacketHeaders.put(record.headers(), PacketHeaders.POSITION, place);
    return new Finding(checked, record);
  }

  private static boolean maySpeakFor(Sender sender, Checked.Good good) {
    return sender.jurisdiction().covers(good.packet().mn(), good.station().region());
  }

  @Override
  public void keep(Examined examined, Consumer<Boolean> settled) {
    int cost = Backpressure.costOf(examined.record().value());
    if (!backpressure.take(cost)) {
      meters.failed(GatewayMeters.Failure.NO_ROOM);
      settled.accept(false);
      return;
    }
    writer.write(
        examined.record(),
        stored -> {
          settled(examined, stored);
          backpressure.giveBack(cost, stored);
          settled.accept(stored);
        });
  }

  @Override
  public void settled(Examined examined, boolean stored) {
    Checked checked = ((Finding) examined).checked;
    if (!stored) {
      meters.failed(GatewayMeters.Failure.BROKER);
    } else if (checked instanceof Checked.Good good) {
      meters.accepted(good.packet().edition());
    } else if (checked instanceof Checked.Bad bad) {
      meters.quarantined(bad.reason());
    } else {
      meters.quarantined(QuarantineReason.UNKNOWN_MN);
    }
  }
}
