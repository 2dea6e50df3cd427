package org.paperround.web;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.paperround.PostgresProfile;

/** All that {@link UnsubscribeTest} says, on PostgreSQL. */
@QuarkusTest
@TestProfile(PostgresProfile.class)
class UnsubscribeOnPostgresTest extends UnsubscribeTest {}
