package org.paperround.bounce.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.paperround.FrontDoor.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.base.EmailAddress;
import org.paperround.base.TestClock;
import org.paperround.bounce.BounceProfile;
import org.paperround.bounce.BouncingMails;
import org.paperround.bounce.Fixture;
import org.paperround.bounce.ProviderKeys;
import org.paperround.suppression.Suppressions;

@QuarkusTest
@TestProfile(BounceProfile.class)
class WebhookTest {

  private static final String ADA = "ada@example.org";
  private static final String CERTIFICATE =
      "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123.pem";

  @Inject BouncingMails mails;
  @Inject Suppressions suppressions;
  @Inject SnsInTests sns;
  @Inject TestClock clock;

  private long mail;

  @BeforeEach
  void send() {
    mails.clear();
    sns.fetched().clear();
    sns.visited().clear();
    mail = mails.sent(ADA);
  }

  @AfterEach
  void goOn() {
    clock.reset();
    mails.goOn();
  }

  private String payload(String name) {
    String messageId = mails.messageId(mail);
    return Fixture.read("/bounce/webhook/" + name + ".json")
        .replace("{verp}", mails.verp(mail))
        .replace("{message-id}", messageId)
        .replace("{bare-message-id}", messageId.substring(1, messageId.length() - 1))
        .replace("{to}", ADA);
  }

  private static ValidatableResponse post(String provider, String body, String... headers) {
    var request = given().contentType("application/json").body(body);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.post("/api/bounces/" + provider).then();
  }

  private static void took(ValidatableResponse answer, int recorded) {
    answer.statusCode(200).body("recorded", is(recorded));
  }

  private static void refused(ValidatableResponse answer) {
    answer.statusCode(403).contentType("application/problem+json");
    nothingIsRecorded();
  }

  private static void nothingIsRecorded() {
    operator().get("/api/admin/bounces").then().body("total", is(0));
  }

  private static void isRecorded(String kind, String source) {
    operator()
        .get("/api/admin/bounces")
        .then()
        .body("items.kind", is(List.of(kind)))
        .body("items.source", is(List.of(source)));
  }

  private Optional<String> suppressed() {
    return suppressions.reasonFor(EmailAddress.parse(ADA)).map(Enum::name);
  }

  // --- Amazon

  private static Map<String, String> notification(String message) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Type", "Notification");
    fields.put("MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324");
    fields.put("TopicArn", BounceProfile.TOPIC);
    fields.put("Subject", "Amazon SES Email Event Notification");
    fields.put("Message", message);
    fields.put("Timestamp", "2026-05-04T07:00:06.000Z");
    fields.put("SignatureVersion", "2");
    fields.put("SigningCertURL", CERTIFICATE);
    return fields;
  }

  private static Map<String, String> subscription() {
    Map<String, String> fields = notification("Please visit");
    fields.remove("Subject");
    fields.put("Type", "SubscriptionConfirmation");
    fields.put("Token", "t0ken");
    fields.put(
        "SubscribeURL", "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t0");
    return fields;
  }

  private static String signed(Map<String, String> fields) {
    try {
      ObjectMapper json = new ObjectMapper();
      Map<String, String> all = new LinkedHashMap<>(fields);
      SnsMessage message = new SnsMessage(json.valueToTree(fields));
      String algorithm =
          "1".equals(fields.get("SignatureVersion")) ? "SHA1withRSA" : "SHA256withRSA";
      all.put("Signature", SnsInTests.sign(algorithm, message.signed()));
      return json.writeValueAsString(all);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsSignedIsWhatAmazonDocuments() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Type", "Notification");
    fields.put("TopicArn", "arn");
    fields.put("Timestamp", "now");
    fields.put("MessageId", "id");
    fields.put("Message", "hello");
    assertThat(new SnsMessage(new ObjectMapper().valueToTree(fields)).signed())
        .isEqualTo(
            "Message\nhello\nMessageId\nid\nTimestamp\nnow\nTopicArn\narn\nType\nNotification\n");
    fields.put("Subject", "s");
    fields.put("Token", "t");
    fields.put("SubscribeURL", "u");
    assertThat(new SnsMessage(new ObjectMapper().valueToTree(fields)).signed())
        .contains("id\nSubject\ns\nTimestamp")
        .doesNotContain("Token");
    fields.put("Type", "SubscriptionConfirmation");
    assertThat(new SnsMessage(new ObjectMapper().valueToTree(fields)).signed())
        .contains("id\nSubscribeURL\nu\nTimestamp\nnow\nToken\nt\nTopicArn")
        .doesNotContain("Subject");
  }

  @ParameterizedTest
  @CsvSource({
    "ses-bounce-without-an-account, 1, HARD, HARD_BOUNCE",
    "ses-bounce-without-an-account, 2, HARD, HARD_BOUNCE",
    "ses-bounce-of-a-full-mailbox, 2, SOFT,",
    "ses-complaint-known-by-its-headers, 2, COMPLAINT, COMPLAINT"
  })
  void sesIsBelieved(String payload, String version, String kind, String suppressedFor) {
    Map<String, String> fields = notification(payload(payload));
    fields.put("SignatureVersion", version);
    took(post("ses", signed(fields)), 1);
    isRecorded(kind, "SES");
    assertThat(suppressed()).isEqualTo(Optional.ofNullable(suppressedFor));
    took(post("ses", signed(fields)), 0);
  }

  @Test
  void whatSesSaysOfOtherThingsIsTakenAndLeftAside() {
    took(post("ses", signed(notification(payload("ses-delivery")))), 0);
    took(post("ses", signed(notification("Successfully validated SNS topic."))), 0);
    nothingIsRecorded();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com.evil.example/a.pem",
        "https://evil.example/sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com@evil.example/a.pem",
        "https://sns.eu-west-1.amazonaws.com:8443/a.pem",
        "https://bucket.s3.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com/a.pem?x=/a.txt#/a.der",
        "https://sns.eu-west-1.amazonaws.com/a.txt",
        "file:///etc/passwd",
        "not a url"
      })
  void noCertificateIsFetchedFromAnywhereElse(String url) {
    Map<String, String> fields = notification(payload("ses-bounce-without-an-account"));
    fields.put("SigningCertURL", url);
    if (url.contains("#")) {
      // At Amazon's own place, whatever follows the path.
      took(post("ses", signed(fields)), 1);
      return;
    }
    refused(post("ses", signed(fields)));
    assertThat(sns.fetched()).isEmpty();
  }

  @Test
  void aForgedNotificationIsRefused() {
    Map<String, String> fields = notification(payload("ses-bounce-without-an-account"));
    refused(post("ses", signed(fields).replace("07:00:06", "07:00:07")));
    fields.put("SignatureVersion", "3");
    refused(post("ses", signed(fields)));
    fields.put("SignatureVersion", "2");
    fields.put("TopicArn", "arn:aws:sns:eu-west-1:999999999999:bounces");
    refused(post("ses", signed(fields)));
    assertThat(metrics()).contains("paperround_bounces_forged_total{intake=\"ses\"");
  }

  @Test
  void aSubscriptionIsConfirmedAtAmazonAndNowhereElse() {
    took(post("ses", signed(subscription())), 0);
    assertThat(sns.visited()).hasSize(1);

    Map<String, String> elsewhere = subscription();
    elsewhere.put("SubscribeURL", "https://evil.example/?Action=ConfirmSubscription");
    refused(post("ses", signed(elsewhere)));
    refused(post("ses", signed(subscription()).replace("t0ken", "t1ken")));
    assertThat(sns.visited()).hasSize(1);
  }

  // --- Postmark

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "postmark-hard-bounce, HARD, HARD_BOUNCE",
    "postmark-blocked, POLICY,",
    "postmark-spam-complaint, COMPLAINT, COMPLAINT"
  })
  void postmarkIsBelieved(String payload, String kind, String suppressedFor) {
    String body = payload(payload);
    took(post("postmark", body, "Authorization", basic("postmark:secret")), 1);
    isRecorded(kind, "POSTMARK");
    assertThat(suppressed()).isEqualTo(Optional.ofNullable(suppressedFor));
    took(post("postmark", body, "X-Paperround-Token", "header-secret"), 0);
  }

  @Test
  void postmarkWithoutItsCredentialsIsRefused() {
    String body = payload("postmark-hard-bounce");
    refused(post("postmark", body));
    refused(post("postmark", body, "Authorization", basic("postmark:Secret")));
    refused(post("postmark", body, "X-Paperround-Token", "secret"));
  }

  // --- SendGrid

  private ValidatableResponse sendgrid(String body, Instant at, String sentBody) {
    String timestamp = Long.toString(at.getEpochSecond());
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      byte[] key = Base64.getDecoder().decode(ProviderKeys.SENDGRID_PRIVATE);
      signature.initSign(
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
      signature.update((timestamp + body).getBytes(StandardCharsets.UTF_8));
      return post(
          "sendgrid",
          sentBody,
          "X-Twilio-Email-Event-Webhook-Signature",
          Base64.getEncoder().encodeToString(signature.sign()),
          "X-Twilio-Email-Event-Webhook-Timestamp",
          timestamp);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sendgrid-batch, HARD, HARD_BOUNCE",
    "sendgrid-blocked, SOFT,",
    "sendgrid-spam-report, COMPLAINT, COMPLAINT",
    "sendgrid-dropped-for-its-own-list, HARD, HARD_BOUNCE"
  })
  void sendGridIsBelieved(String payload, String kind, String suppressedFor) {
    String body = payload(payload);
    took(sendgrid(body, clock.instant(), body), 1);
    isRecorded(kind, "SENDGRID");
    assertThat(suppressed()).isEqualTo(Optional.ofNullable(suppressedFor));
    took(sendgrid(body, clock.instant(), body), 0);
  }

  @Test
  void sendGridForgedOrOldIsRefused() {
    String body = payload("sendgrid-batch");
    refused(sendgrid(body, clock.instant(), body + " "));
    refused(sendgrid(body, clock.instant().minus(Duration.ofHours(25)), body));
    refused(sendgrid(body, clock.instant().plus(Duration.ofHours(1)), body));
    refused(post("sendgrid", body));
    refused(post("sendgrid", body, "X-Twilio-Email-Event-Webhook-Signature", "%%%"));
  }

  // --- Mailgun

  private String mailgun(String payload, Instant at, String key) {
    String timestamp = Long.toString(at.getEpochSecond());
    String token = "e0b5477167110d68991efc6b9f89f0a11066af27834600e123";
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal((timestamp + token).getBytes(StandardCharsets.UTF_8));
      return payload(payload)
          .replace("{timestamp}", timestamp)
          .replace("{token}", token)
          .replace("{signature}", HexFormat.of().formatHex(signature));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mailgun-permanent-failure, HARD, HARD_BOUNCE",
    "mailgun-complaint, COMPLAINT, COMPLAINT"
  })
  void mailgunIsBelieved(String payload, String kind, String suppressedFor) {
    String body = mailgun(payload, clock.instant(), ProviderKeys.MAILGUN);
    took(post("mailgun", body), 1);
    isRecorded(kind, "MAILGUN");
    assertThat(suppressed()).contains(suppressedFor);
    took(post("mailgun", body), 0);
  }

  @Test
  void whatMailgunTriesAgainIsNoBounce() {
    took(
        post(
            "mailgun", mailgun("mailgun-temporary-failure", clock.instant(), ProviderKeys.MAILGUN)),
        0);
    nothingIsRecorded();
  }

  @Test
  void mailgunForgedOrOldIsRefused() {
    String name = "mailgun-permanent-failure";
    refused(post("mailgun", mailgun(name, clock.instant(), "another key")));
    Instant old = clock.instant().minus(Duration.ofHours(25));
    refused(post("mailgun", mailgun(name, old, ProviderKeys.MAILGUN)));
    refused(post("mailgun", "{}"));
  }

  // --- All

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "pipe", "SES", "smtp"})
  void aProviderNobodyKnowsDoesNotExist(String provider) {
    post(provider, "{}").statusCode(404).contentType("application/problem+json");
  }

  @Test
  void aGenuineRequestInAnotherShapeIsSaidToBeSo() {
    post("postmark", "{", "X-Paperround-Token", "header-secret").statusCode(400);
    post("mailgun", "[[[").statusCode(400);
    post("ses", "x").statusCode(400);
    sendgrid("{}", clock.instant(), "{}").statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ses", "postmark", "sendgrid", "mailgun"})
  void aBodyHasAnEnd(String provider) {
    post(provider, "x".repeat(Webhooks.LARGEST + 1))
        .statusCode(413)
        .contentType("application/problem+json");
  }

  private static String metrics() {
    return given().get("/q/metrics").then().extract().asString();
  }
}
