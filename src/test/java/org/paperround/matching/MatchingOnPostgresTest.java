package org.paperround.matching;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.paperround.RoundsOnPostgresProfile;

@QuarkusTest
@TestProfile(RoundsOnPostgresProfile.class)
class MatchingOnPostgresTest extends MatchingTest {}
