/**
 * What makes the product show itself in dev mode: an inbox inside the process, with a real SMTP
 * server in front of it, sample papers and a reader who has a digest already.
 *
 * <p>Edge: nothing here is in the packaged service, and no other room may use it.
 */
@NullMarked
package org.paperround.dev;

import org.jspecify.annotations.NullMarked;
