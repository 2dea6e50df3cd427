package org.paperround.web;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.paperround.PostgresProfile;

/** All that {@link SignUpTest} says, on PostgreSQL. */
@QuarkusTest
@TestProfile(PostgresProfile.class)
class SignUpOnPostgresTest extends SignUpTest {}
