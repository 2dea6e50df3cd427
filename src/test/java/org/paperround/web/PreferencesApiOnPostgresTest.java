package org.paperround.web;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.paperround.PostgresProfile;

/** All that {@link PreferencesApiTest} says, on PostgreSQL. */
@QuarkusTest
@TestProfile(PostgresProfile.class)
class PreferencesApiOnPostgresTest extends PreferencesApiTest {}
