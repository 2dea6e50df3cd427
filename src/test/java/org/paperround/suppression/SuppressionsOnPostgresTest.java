package org.paperround.suppression;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.paperround.PostgresProfile;

@QuarkusTest
@TestProfile(PostgresProfile.class)
class SuppressionsOnPostgresTest extends SuppressionsTest {}
