package org.paperround.subscription;

/** Somebody asked for something at the door, and the row that says what is being committed. */
record SignUpTaken() {}
