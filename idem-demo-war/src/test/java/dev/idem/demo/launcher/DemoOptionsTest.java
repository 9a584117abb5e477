package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.demo.broker.BrokerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTest {

    @Test
    void withoutArgumentsItIsH2OnPort8080UntilCtrlC() {
        DemoOptions options = DemoOptions.parse();

        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.brokerPort()).isEqualTo(DemoOptions.ANY_PORT);
        assertThat(options.database()).isEqualTo(DatabaseKind.H2);
        assertThat(options.once()).isFalse();
    }

    @Test
    void argumentsAreTaken() {
        DemoOptions options =
                DemoOptions.parse("port=9090", "broker.port=61616", "db=mariadb", "once=true", "target=/tmp/t");

        assertThat(options.port()).isEqualTo(9090);
        assertThat(options.brokerPort()).isEqualTo(61616);
        assertThat(options.database()).isEqualTo(DatabaseKind.MARIADB);
        assertThat(options.once()).isTrue();
        assertThat(options.work()).hasToString("/tmp/t/demo/9090");
    }

    @ParameterizedTest
    @CsvSource({
        "port=x, -Ddemo.port must be a number",
        "port=70000, -Ddemo.port must be 1 to 65535",
        "port=0, -Ddemo.port must be 1 to 65535",
        "broker.port=-1, -Ddemo.broker.port must be 0 to 65535",
        "db=oracle, '-Ddemo.db must be h2, postgres or mariadb, was ''oracle'''",
        "broker=rabbit, '-Ddemo.broker must be artemis, rocketmq or kafka, was ''rabbit'''",
        "nodes=3, -Ddemo.nodes must be 1 or 2",
        "once=maybe, -Ddemo.once must be true or false"
    })
    void nonsenseIsRefusedWithTheOptionsName(String argument, String message) {
        assertThatThrownBy(() -> DemoOptions.parse(argument))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining(message);
    }

    @Test
    void secondNodeGetsTheNextPortAndADatabaseForBoth() {
        DemoOptions options = DemoOptions.parse("port=9090", "nodes=2", "broker=rocketmq");

        assertThat(options.secondPort()).isEqualTo(9091);
        assertThat(options.database()).isEqualTo(DatabaseKind.POSTGRES);
        assertThat(options.broker()).isEqualTo(BrokerKind.ROCKETMQ);
    }

    @Test
    void whatTwoNodesCannotShareIsRefused() {
        assertThatThrownBy(() -> DemoOptions.parse("nodes=2", "db=h2"))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("-Ddemo.db=postgres");
        assertThatThrownBy(() -> DemoOptions.parse("nodes=2", "port=9090", "second.port=9090"))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("-Ddemo.second.port must be another one");
    }
}
