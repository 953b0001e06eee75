package io.touchline.app.architecture.broken;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** Broken on purpose: a step that waits for the network. */
public final class BrokenProcessor implements Processor<String, String, String, String> {

  @Override
  public void process(Record<String, String> record) {
    try {
      InetAddress.getByName(record.value());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
