package io.touchline.hj212.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Edition;
import io.touchline.hj212.FrameDecoder;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Verdict;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Damaged segments under a right check code: whatever is accepted must be a message whose every
 * reading answers, and must be written again as it came. The seed is printed: set it here to run a
 * failure again.
 */
class MessageMutationTest {

  private static final int ROUNDS = 8_000;
  private static final byte[] ODD = ";,&=/-#|\r\n 09AZaz\u4e2d".getBytes(StandardCharsets.UTF_8);

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final FrameDecoder decoder = new FrameDecoder();

  @Test
  void damagedMessageIsReadWithoutExceptionAndWrittenAsItCame() throws Exception {
    System.out.println("MessageMutationTest seed " + seed);
    List<MessagesTest.Example> examples = MessagesTest.examples();
    int accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      MessagesTest.Example example = examples.get(random.nextInt(examples.size()));
      byte[] frame = damaged(example);
      if (decoder.decode(frame) instanceof Verdict.Accepted verdict) {
        accepted++;
        check(verdict.packet(), frame);
      }
    }
    assertThat(accepted).as("seed %s", seed).isGreaterThan(ROUNDS / 3);
  }

  private byte[] damaged(MessagesTest.Example example) {
    byte[] whole = Exchange.frame(example.type().code().cn(), example.edition(), example.cp());
    byte[] segment = Arrays.copyOfRange(whole, 6, whole.length - 6);
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(segment.length - 2);
      segment[at] =
          random.nextBoolean() ? ODD[random.nextInt(ODD.length)] : (byte) random.nextInt(256);
    }
    return PacketWriter.frame(segment);
  }

  private void check(Packet packet, byte[] frame) throws ReflectiveOperationException {
    for (Direction direction : Direction.values()) {
      Message message = Messages.of(packet, direction);
      assertThat(Envelope.of(packet).frame(message)).as("seed %s", seed).isEqualTo(frame);
      for (Edition edition : Edition.values()) {
        message.faults(edition).forEach(fault -> assertThat(fault.en() + fault.zh()).isNotEmpty());
      }
      if (message instanceof Upload upload) {
        upload
            .factors()
            .forEach(
                (code, values) ->
                    values.texts().keySet().forEach(suffix -> readValue(values, suffix)));
      }
      readAll(message);
    }
  }

  private static void readValue(FactorValues values, String suffix) {
    FactorValue value = values.value(suffix).orElseThrow();
    value.decimal().ifPresent(number -> assertThat(number.precision()).isLessThanOrEqualTo(64));
  }

  /** Every reading that a message type has. */
  private static void readAll(Message message) throws ReflectiveOperationException {
    for (Method method : message.getClass().getMethods()) {
      if (method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())
          && method.getDeclaringClass().getPackageName().equals("io.touchline.hj212.message")) {
        assertThat(method.invoke(message)).as(method.getName()).isNotNull();
      }
    }
  }
}
