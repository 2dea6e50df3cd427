/**
 * How many mails may leave now, for each domain and in all, over restarts and instances. Knows
 * nothing of the outbox.
 */
@NullMarked
package org.paperround.delivery.rate;

import org.jspecify.annotations.NullMarked;
