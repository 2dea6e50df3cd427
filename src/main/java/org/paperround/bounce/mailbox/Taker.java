package org.paperround.bounce.mailbox;

import org.paperround.bounce.Receipt;

/** Takes one raw message; when it answers, what it had to record is committed. */
@FunctionalInterface
interface Taker {
  Receipt.Outcome take(byte[] raw);
}
