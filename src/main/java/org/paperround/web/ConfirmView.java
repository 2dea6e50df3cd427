package org.paperround.web;

/** The page a confirmation link opens. */
record ConfirmView(String token) {}
