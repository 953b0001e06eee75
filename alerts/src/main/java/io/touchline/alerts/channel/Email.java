package io.touchline.alerts.channel;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/**
 * E-mail by SMTP. Settings: {@code host}, {@code port}, {@code from}, {@code user}, {@code
 * password} names the secret, {@code security} STARTTLS (usual), TLS or NONE.
 */
final class Email implements Notifier {

  private static final String MILLIS = "15000";
  private static final int LONGEST = 200_000;

  private final Secrets secrets;
  private final ChannelSettings settings;

  Email(Secrets secrets, ChannelSettings settings) {
    this.secrets = secrets;
    this.settings = settings;
  }

  @Override
  public Outcome send(Message message) {
    try {
      Transport.send(mail(message));
      return new Outcome.Delivered("taken");
    } catch (AddressException e) {
      return new Outcome.Refused("no address for e-mail");
    } catch (AuthenticationFailedException e) {
      return new Outcome.Retry("the server does not take user and password", null);
    } catch (SendFailedException e) {
      Address[] bad = e.getInvalidAddresses();
      return bad != null && bad.length > 0
          ? new Outcome.Refused("the server does not know the address")
          : new Outcome.Retry(HttpDoor.shortened(String.valueOf(e.getMessage())), null);
    } catch (MessagingException e) {
      return new Outcome.Retry(e.getClass().getSimpleName(), null);
    }
  }

  private MimeMessage mail(Message message) throws MessagingException {
    // The header by which a mailbox knows a second copy of the same.
    String id = "<" + message.id() + "@touchline>";
    MimeMessage mail =
        new MimeMessage(session()) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    mail.setFrom(new InternetAddress(settings.required("from"), true));
    mail.setRecipient(
        jakarta.mail.Message.RecipientType.TO, new InternetAddress(message.address(), true));
    mail.setSubject(message.title(), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(message.at()));
    mail.setText(message.text("", LONGEST), StandardCharsets.UTF_8.name());
    return mail;
  }

  private Session session() {
    Properties properties = new Properties();
    String security = settings.or("security", "STARTTLS");
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", settings.required("host"));
    properties.put("mail.smtp.port", Integer.toString(settings.or("port", 587)));
    properties.put("mail.smtp.connectiontimeout", MILLIS);
    properties.put("mail.smtp.timeout", MILLIS);
    properties.put("mail.smtp.writetimeout", MILLIS);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.enable", Boolean.toString(security.equals("TLS")));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(security.equals("STARTTLS")));
    properties.put("mail.smtp.starttls.required", Boolean.toString(security.equals("STARTTLS")));
    String user = settings.or("user", null);
    if (user == null) {
      return Session.getInstance(properties);
    }
    properties.put("mail.smtp.auth", "true");
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user, secrets.read(settings.required("password")));
          }
        });
  }
}
