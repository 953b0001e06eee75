package io.touchline.ingest.tls;

import java.nio.ByteBuffer;
import java.security.cert.Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Two engines that shake hands without a wire between them. */
final class Handshake {

  private static final int ROOM = 64 * 1024;

  private Handshake() {}

  /** The certificate that the server shows. */
  static Certificate between(SSLContext clientContext, SSLEngine server) throws SSLException {
    SSLEngine client = clientContext.createSSLEngine("127.0.0.1", 0);
    client.setUseClientMode(true);
    client.beginHandshake();
    server.beginHandshake();
    ByteBuffer up = ByteBuffer.allocate(ROOM);
    ByteBuffer down = ByteBuffer.allocate(ROOM);
    for (int turn = 0; turn < 200 && isShaking(client); turn++) {
      step(client, up, down);
      step(server, down, up);
    }
    return client.getSession().getPeerCertificates()[0];
  }

  private static boolean isShaking(SSLEngine engine) {
    HandshakeStatus status = engine.getHandshakeStatus();
    return status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED;
  }

  private static void step(SSLEngine engine, ByteBuffer out, ByteBuffer in) throws SSLException {
    switch (engine.getHandshakeStatus()) {
      case NEED_TASK -> engine.getDelegatedTask().run();
      case NEED_WRAP -> engine.wrap(ByteBuffer.allocate(0), out);
      case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
        in.flip();
        engine.unwrap(in, ByteBuffer.allocate(ROOM));
        in.compact();
      }
      default -> {
        // Nothing to do until the other side has.
      }
    }
  }
}
