package org.paperround.digest;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.paperround.RoundsOnPostgresProfile;

@QuarkusTest
@TestProfile(RoundsOnPostgresProfile.class)
class FeedbackOnPostgresTest extends FeedbackTest {}
