package io.touchline.fleet.logger;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.FrameScanner;
import io.touchline.hj212.Scan;
import io.touchline.hj212.Verdict;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads what the centre says and hands on its packets, deciphered where it enciphers. What cannot
 * be read is passed over without an answer (HJ 212-2017 table 2): an answer that got lost is asked
 * for again by OverTime.
 */
final class PacketReader extends ByteToMessageDecoder {

  private final FrameScanner scanner = new FrameScanner();
  private final FrameDecoder decoder = new FrameDecoder();
  private final Supplier<Dialect> dialect;

  /**
   * @param dialect with the key of the moment, asked for at each frame
   */
  PacketReader(Supplier<Dialect> dialect) {
    this.dialect = dialect;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    byte[] bytes = new byte[in.readableBytes()];
    in.getBytes(in.readerIndex(), bytes);
    int at = 0;
    while (true) {
      Scan scan = scanner.next(bytes, at, bytes.length, false);
      if (scan instanceof Scan.NeedMore more) {
        in.skipBytes(more.keepFrom());
        return;
      }
      if (scan instanceof Scan.Skipped skipped) {
        at = skipped.to();
      } else if (scan instanceof Scan.Frame frame) {
        at = frame.to();
        byte[] copy = frame.copyOf(bytes);
        if (decoder.decode(copy, false, dialect.get()) instanceof Verdict.Accepted accepted) {
          out.add(accepted.packet());
        }
      }
    }
  }
}
