package org.paperround.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.paperround.PostgresProfile;

/** All that {@link IngestPapersTest} says, on PostgreSQL. */
@QuarkusTest
@TestProfile(PostgresProfile.class)
class IngestPapersOnPostgresTest extends IngestPapersTest {}
