package org.paperround.paper.source;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.paperround.PostgresProfile;

/** All that {@link SharedPaceTest} says, on PostgreSQL. */
@QuarkusTest
@TestProfile(PostgresProfile.class)
class SharedPaceOnPostgresTest extends SharedPaceTest {}
