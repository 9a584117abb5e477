package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.H2Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class H2OperationIT extends OperationScenarios {

    @Deployment
    static WebArchive war() {
        return ScenarioWar.on(H2Database.newFile());
    }

    @Test
    @DisplayName("scenario 20: more bodies than connections, all reading, do not starve each other")
    void bodiesDoNotStarveEachOther() throws Exception {
        List<Future<Boolean>> callers = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            String key = id + i;
            callers.add(threads.submit(() -> shop.readAndAdd(key)));
        }

        for (Future<Boolean> caller : callers) {
            assertThat(caller.get(30, TimeUnit.SECONDS)).isFalse();
        }
    }
}
