package io.touchline.fleet.logger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One packet of data to be acknowledged, before it has a request number: that is given when it is
 * first sent and kept when it is sent again.
 *
 * @param commandCode CN: 2011, 2051, 2061, 2031
 * @param dataTime start of the period, or the moment of sampling
 * @param factors in the order in which they go out
 * @param part which part of a split period (拆分包) this is, from 1
 * @param parts how many there are, 1 where the period is not split
 * @param garbledFirst whether a copy with a Modbus check code goes out just before it, as from a
 *     logger with a fault; the centre has to refuse that copy
 * @param backfilled whether it goes out under RF=1 (补传), a mark of the 2025 edition: the upload
 *     failed when it was due
 */
public record Upload(
    String commandCode,
    Instant dataTime,
    List<FactorFields> factors,
    int part,
    int parts,
    boolean garbledFirst,
    boolean backfilled)
    implements Outgoing {

  /**
   * Most bytes of command parameters in one packet. Table 3 of HJ 212-2017 allows 950, but the head
   * of a split packet under RF=1 takes 106 of the 1,024 that table 2 allows to the data segment.
   */
  public static final int LONGEST_PARAMETERS = 918;

  private static final int DATA_TIME = "DataTime=yyyyMMddHHmmss".length();

  public Upload {
    factors = List.copyOf(factors);
  }

  public static Upload of(String commandCode, Instant dataTime, List<FactorFields> factors) {
    return new Upload(commandCode, dataTime, factors, 1, 1, false, false);
  }

  public boolean isSplit() {
    return parts > 1;
  }

  public Upload garbled() {
    return new Upload(commandCode, dataTime, factors, part, parts, true, backfilled);
  }

  public Upload asBackfill() {
    return new Upload(commandCode, dataTime, factors, part, parts, garbledFirst, true);
  }

  /**
   * This upload, or the parts it has to go out in: no factor is cut in two, and each part repeats
   * the time.
   */
  public List<Upload> fitted() {
    List<List<FactorFields>> pieces = new ArrayList<>();
    int room = -1;
    for (FactorFields factor : factors) {
      if (factor.length() > room) {
        pieces.add(new ArrayList<>());
        room = LONGEST_PARAMETERS - DATA_TIME;
      }
      pieces.get(pieces.size() - 1).add(factor);
      room -= factor.length();
    }
    return parts(pieces);
  }

  /** A part for each factor. */
  public List<Upload> torn() {
    return parts(factors.stream().map(List::of).toList());
  }

  private List<Upload> parts(List<List<FactorFields>> pieces) {
    List<Upload> uploads = new ArrayList<>();
    for (List<FactorFields> piece : pieces) {
      uploads.add(
          new Upload(
              commandCode,
              dataTime,
              piece,
              uploads.size() + 1,
              pieces.size(),
              garbledFirst,
              backfilled));
    }
    return uploads;
  }
}
