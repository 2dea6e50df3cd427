package org.paperround.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ControlOnPostgresProfile.class)
class DeliveryPauseOnPostgresTest extends DeliveryPauseTest {}
