package org.paperround.bounce;

/** Keys made for these tests. */
public final class ProviderKeys {

  public static final String SENDGRID_PUBLIC =
      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAERqzxzBZ3azk3cSbDcmJcdgVWIBdcN4uRE0RPoXLBTUMewZeiYdLRwXypgxcPN+n2iTU5++NdH2Zs5aSzMdFLqg==";
  public static final String SENDGRID_PRIVATE =
      "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgWFJZUmHlDSaXgD388VZW/2m8tqL9za+viy05EPan3Suh"
          + "RANCAARGrPHMFndrOTdxJsNyYlx2BVYgF1w3i5ETRE+hcsFNQx7Bl6Jh0tHBfKmDFw836faJNTn7410fZmzlpLMx0Uuq";
  public static final String MAILGUN = "key-for-tests-only";

  private ProviderKeys() {}
}
