package org.paperround.bounce;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(BounceProfile.OnPostgres.class)
class BounceOnPostgresTest extends BounceApiTest {}
