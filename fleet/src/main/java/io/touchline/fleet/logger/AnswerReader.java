package io.touchline.fleet.logger;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.FrameScanner;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Scan;
import io.touchline.hj212.Verdict;
import java.util.List;

/**
 * Reads what the centre says and hands on the data replies (数据应答 9014). What else it says, commands
 * included, and what cannot be read is passed over: a simulated logger has no setting to change,
 * and an answer that got lost is asked for again by OverTime.
 */
final class AnswerReader extends ByteToMessageDecoder {

  /**
   * A 9014.
   *
   * @param requestNumber of the upload it acknowledges: from the header, in the 2005 way from CP
   */
  record DataReply(String requestNumber) {}

  private final FrameScanner scanner = new FrameScanner();
  private final FrameDecoder decoder = new FrameDecoder();

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
        read(frame.copyOf(bytes), out);
      }
    }
  }

  private void read(byte[] frame, List<Object> out) {
    if (decoder.decode(frame) instanceof Verdict.Accepted accepted) {
      Packet packet = accepted.packet();
      if (packet.cn().equals(CommandCode.DATA_REPLY.cn())) {
        out.add(new DataReply(packet.exchangeQn()));
      }
    }
  }
}
