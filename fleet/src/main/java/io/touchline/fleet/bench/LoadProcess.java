package io.touchline.fleet.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * A load client as a process of its own. It opens its connections, says {@code READY} with their
 * number, and then obeys its standard input: {@code measure SECONDS} gives one line of figures. It
 * ends with its input, so that it does not outlive whoever started it.
 */
public final class LoadProcess {

  private static final Duration FIRST_ANSWERS = Duration.ofMinutes(2);
  private static final int CONNECTING_AT_ONCE = 256;
  private static final int FRAMES_EACH = 32;
  private static final int MINUTE_UPLOAD_THAT_ASKS = 5;

  private final LoadPlan plan;
  private final LoadCount count = new LoadCount();
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  private LoadProcess(LoadPlan plan) {
    this.plan = plan;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    LoadProcess client = new LoadProcess(LoadPlan.parse(arguments));
    client.connect();
    client.awaitFirstAnswers();
    System.out.println("READY " + client.count.open());
    client.obey();
    // Nothing to take leave of: the loops are not daemons.
    Runtime.getRuntime().halt(0);
  }

  private void connect() throws IOException, InterruptedException {
    Semaphore room = new Semaphore(CONNECTING_AT_ONCE);
    for (int i = 0; i < plan.connections(); i++) {
      room.acquire();
      int logger = i;
      new Bootstrap()
          .group(loops)
          .channel(NioSocketChannel.class)
          .option(ChannelOption.TCP_NODELAY, true)
          .option(ChannelOption.SO_REUSEADDR, true)
          .handler(
              new ChannelInitializer<Channel>() {
                @Override
                protected void initChannel(Channel line) {
                  line.pipeline().addLast(connection(logger));
                }
              })
          .connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), plan.port()),
              new InetSocketAddress(plan.source(i), 0))
          .addListener((ChannelFuture done) -> room.release());
    }
    room.acquire(CONNECTING_AT_ONCE);
  }

  private LoadConnection connection(int logger) {
    int each = plan.isFlood() ? FRAMES_EACH : 1;
    String mn = SampleFrames.mn(plan.firstLogger() + logger);
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    int[] starts = new int[each + 1];
    for (int i = 0; i < each; i++) {
      frames.writeBytes(
          SampleFrames.frame(mn, "2051", MINUTE_UPLOAD_THAT_ASKS, (long) logger * FRAMES_EACH + i));
      starts[i + 1] = frames.size();
    }
    return new LoadConnection(plan, count, frames.toByteArray(), starts);
  }

  /** Those that send one frame have it acknowledged before they count as idle. */
  private void awaitFirstAnswers() throws InterruptedException {
    long deadline = System.nanoTime() + FIRST_ANSWERS.toNanos();
    while (plan.isIdle() && count.acknowledgedSoFar() < count.open()) {
      if (System.nanoTime() - deadline > 0) {
        System.out.println(
            "FAILED " + count.acknowledgedSoFar() + " of " + count.open() + " were answered");
        Runtime.getRuntime().halt(1);
      }
      Thread.sleep(20);
    }
  }

  private void obey() throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("measure ")) {
        System.out.println(measured(Integer.parseInt(line.substring("measure ".length()))));
      }
    }
  }

  private String measured(int seconds) throws InterruptedException {
    count.latencies().clear();
    long before = count.acknowledgedSoFar();
    long begun = System.nanoTime();
    Thread.sleep(seconds * 1000L);
    long after = count.acknowledgedSoFar();
    double took = (System.nanoTime() - begun) / 1e9;
    return String.format(
        Locale.ROOT,
        "MEASURED %d %.3f %.3f %.3f %d %d %d",
        after - before,
        took,
        count.latencies().millis(0.5),
        count.latencies().millis(0.99),
        count.open(),
        count.lostSoFar(),
        count.oddSoFar());
  }
}
