package io.touchline.ingest.tls;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** Certificates made for one test, and the files they lie in. */
public final class Certificates {

  private final X509Bundle authority;

  /** An authority of that name. */
  public Certificates(String name) {
    try {
      authority =
          new CertificateBuilder()
              .ecp256()
              .subject("CN=" + name)
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Issues one, for loopback as a server and for these names as a client. */
  public X509Bundle issue(String commonName, String... alternatives) {
    return issue(new CertificateBuilder().ecp256(), commonName, alternatives);
  }

  public X509Bundle issueRsa(String commonName) {
    return issue(new CertificateBuilder().rsa2048(), commonName);
  }

  private X509Bundle issue(CertificateBuilder builder, String commonName, String... alternatives) {
    try {
      builder.subject("CN=" + commonName).addSanIpAddress("127.0.0.1");
      for (String alternative : alternatives) {
        builder.addSanDnsName(alternative);
      }
      return builder.buildIssuedBy(authority);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes chain and key, over those that lie there. */
  public static TlsIdentity write(Path directory, X509Bundle bundle, java.time.Duration look) {
    Path chain = directory.resolve("chain.pem");
    Path key = directory.resolve("key.pem");
    write(chain, bundle.getCertificatePathPEM());
    write(key, bundle.getPrivateKeyPEM());
    return new TlsIdentity(chain, key, look);
  }

  public Path writeAuthority(Path directory) {
    Path file = directory.resolve("authorities.pem");
    write(file, authority.getCertificatePEM());
    return file;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For a client that believes this authority, and shows this certificate; null for none. */
  public SSLContext client(X509Bundle shown) {
    try {
      KeyManager[] keys = shown == null ? null : shown.toKeyManagerFactory().getKeyManagers();
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, authority.toTrustManagerFactory().getTrustManagers(), new SecureRandom());
      return context;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
