package org.paperround.bounce.webhook;

/**
 * What to answer a provider.
 *
 * @param status 200 for what was taken, else an HTTP error
 * @param recorded how many events are new
 * @param detail a sentence, where it was not taken
 */
public record WebhookAnswer(int status, int recorded, String detail) {}
