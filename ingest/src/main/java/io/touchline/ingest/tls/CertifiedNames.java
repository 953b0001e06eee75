package io.touchline.ingest.tls;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;

/** The names in a client's certificate: the subject's common name and the alternative DNS names. */
public final class CertifiedNames {

  /** GeneralName of RFC 5280 4.2.1.6. */
  private static final int DNS_NAME = 2;

  private CertifiedNames() {}

  /** Without regard to case; none where the peer showed no certificate. */
  public static Set<String> ofPeer(ChannelPipeline pipeline) {
    try {
      Certificate[] chain =
          pipeline.get(SslHandler.class).engine().getSession().getPeerCertificates();
      return of((X509Certificate) chain[0]);
    } catch (SSLPeerUnverifiedException none) {
      return Set.of();
    }
  }

  static Set<String> of(X509Certificate certificate) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try {
      for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
        if (part.getType().equalsIgnoreCase("CN")) {
          names.add(part.getValue().toString());
        }
      }
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives != null) {
        for (List<?> alternative : alternatives) {
          if (alternative.get(0).equals(DNS_NAME)) {
            names.add(alternative.get(1).toString());
          }
        }
      }
    } catch (InvalidNameException | CertificateParsingException unreadable) {
      // Whoever issued it named nobody that we can read: it speaks for no station.
      return Set.of();
    }
    return names;
  }
}
