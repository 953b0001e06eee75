package io.touchline.fleet.bench;

import io.touchline.hj212.Answers;
import io.touchline.hj212.Crc;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.FrameScanner;
import io.touchline.hj212.Item;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Scan;
import io.touchline.hj212.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Scenario 01. One operation is one frame: {@code decode*} from bytes to a verdict, {@code read*}
 * with the factors as text besides, {@code crc*} the check code alone over the same frames.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecodeBenchmark {

  private static final int HEAD = 6;
  private static final int TAIL = 6;

  private final byte[][] minutes = SampleFrames.minutes();
  private final byte[][] hours = SampleFrames.hours();
  private final byte[][] wrong = SampleFrames.wrongCheckCodes();
  private final byte[][] ciphers = SampleFrames.ciphers();
  private final byte[] stream = SampleFrames.stream();
  private final FrameDecoder decoder = new FrameDecoder();
  private final FrameScanner scanner = new FrameScanner();
  private final Packet[] packets = Arrays.stream(minutes).map(this::packet).toArray(Packet[]::new);
  private int next;

  @Benchmark
  public Verdict decodeMinute(ProcessorTime time) {
    return decoder.decode(minutes[index()]);
  }

  @Benchmark
  public Verdict decodeHour(ProcessorTime time) {
    return decoder.decode(hours[index()]);
  }

  @Benchmark
  public Verdict decodeCipher(ProcessorTime time) {
    return decoder.decode(ciphers[index()], false, SampleFrames.CIPHER);
  }

  @Benchmark
  public byte[] answer(ProcessorTime time) {
    return Answers.to(packets[index()]).orElseThrow();
  }

  @Benchmark
  public Verdict decodeRejected(ProcessorTime time) {
    return decoder.decode(wrong[index()]);
  }

  @Benchmark
  @OperationsPerInvocation(SampleFrames.SERIES)
  public void decodeStream(ProcessorTime time, Blackhole sink) {
    int at = 0;
    while (scanner.next(stream, at, stream.length, true) instanceof Scan.Frame frame) {
      sink.consume(decoder.decode(frame.copyOf(stream), frame.crlfMissing()));
      at = frame.to();
    }
  }

  @Benchmark
  public List<Item> readItems(ProcessorTime time) {
    return packet(minutes[index()]).items();
  }

  @Benchmark
  public Map<String, Map<String, String>> readFactors(ProcessorTime time) {
    return packet(minutes[index()]).factors();
  }

  @Benchmark
  public int crcBitwise(ProcessorTime time) {
    byte[] frame = minutes[index()];
    return Crcs.bitwise(frame, HEAD, frame.length - TAIL);
  }

  @Benchmark
  public int crcTable(ProcessorTime time) {
    byte[] frame = minutes[index()];
    return Crcs.tableDriven(frame, HEAD, frame.length - TAIL);
  }

  @Benchmark
  public int crcColumns(ProcessorTime time) {
    byte[] frame = minutes[index()];
    return Crc.of(frame, HEAD, frame.length - TAIL);
  }

  private Packet packet(byte[] frame) {
    return ((Verdict.Accepted) decoder.decode(frame)).packet();
  }

  private int index() {
    return next++ & (SampleFrames.SERIES - 1);
  }
}
