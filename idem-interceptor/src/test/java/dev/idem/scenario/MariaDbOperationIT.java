package dev.idem.scenario;

import dev.idem.testing.MariaDbDatabase;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class MariaDbOperationIT extends OperationScenarios {

    @Deployment
    static WebArchive war() {
        return ScenarioWar.on(MariaDbDatabase.shared().newDatabase());
    }
}
