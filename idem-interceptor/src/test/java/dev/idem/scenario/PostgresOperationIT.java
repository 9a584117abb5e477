package dev.idem.scenario;

import dev.idem.testing.PostgresDatabase;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class PostgresOperationIT extends OperationScenarios {

    @Deployment
    static WebArchive war() {
        return ScenarioWar.on(PostgresDatabase.shared().newDatabase());
    }
}
