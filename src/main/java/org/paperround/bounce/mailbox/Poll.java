package org.paperround.bounce.mailbox;

/**
 * What one look into the mailbox did.
 *
 * @param taken messages that were read and removed
 * @param putAside messages nobody can read, which stay
 */
record Poll(int taken, int putAside) {}
