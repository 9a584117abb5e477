package dev.idem.scenario;

import dev.idem.testing.H2Database;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class H2OperationIT extends OperationScenarios {

    @Deployment
    static WebArchive war() {
        return ScenarioWar.on(H2Database.newFile());
    }
}
