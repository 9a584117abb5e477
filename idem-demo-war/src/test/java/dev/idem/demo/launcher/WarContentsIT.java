package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is inside the WAR. */
class WarContentsIT {

    private static final long MOST_BYTES = 1_250_000;
    private static final long MOST_BYTES_OF_A_CLIENT = 12_000_000;

    private final Path war =
            TestSystems.options(DatabaseKind.H2, "contents").target().resolve("idem-demo.war");

    @Test
    void nothingOfTheJakartaApisIsBundled() throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            for (ZipEntry library : libraries(zip)) {
                try (ZipInputStream jar = new ZipInputStream(zip.getInputStream(library))) {
                    assertThat(hasJakartaClass(jar)).as(library.getName()).isFalse();
                }
            }
        }
    }

    @Test
    void idemIsBundled() throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            assertThat(libraries(zip))
                    .extracting(ZipEntry::getName)
                    .anyMatch(name -> name.startsWith("WEB-INF/lib/idem-interceptor-"));
        }
    }

    @Test
    void brokerIsNotBundled() throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            assertThat(libraries(zip))
                    .extracting(ZipEntry::getName)
                    .noneMatch(name -> name.matches(".*(artemis|netty|jms|rocketmq|kafka).*"));
        }
    }

    @Test
    void cacheThatNobodyAskedForIsNotBundled() throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            assertThat(libraries(zip)).extracting(ZipEntry::getName).noneMatch(name -> name.contains("caffeine"));
        }
    }

    @Test
    void warForRocketMqHasItsClientInsteadOfTheAdapterAndIsLittleLarger() throws IOException {
        Path other = war.resolveSibling("idem-demo-rocketmq.war");
        try (ZipFile zip = new ZipFile(other.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.startsWith("WEB-INF/lib/rocketmq-client-"))
                    .noneMatch(name -> name.matches(".*(rocketmq-broker|rocksdb|grpc|fastjson-1|broker/artemis/).*"));
            for (ZipEntry library : libraries(zip)) {
                try (ZipInputStream jar = new ZipInputStream(zip.getInputStream(library))) {
                    assertThat(hasJakartaClass(jar)).as(library.getName()).isFalse();
                }
            }
        }
        assertThat(Files.size(other) - Files.size(war)).isLessThan(MOST_BYTES_OF_A_CLIENT);
    }

    @Test
    void idemItselfIsSmall() throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            assertThat(libraries(zip))
                    .filteredOn(entry -> entry.getName().contains("/idem-"))
                    .singleElement()
                    .satisfies(jar -> assertThat(jar.getSize()).isLessThan(MOST_BYTES));
        }
    }

    private static List<? extends ZipEntry> libraries(ZipFile zip) {
        return zip.stream().filter(entry -> entry.getName().endsWith(".jar")).toList();
    }

    private static boolean hasJakartaClass(ZipInputStream jar) throws IOException {
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            if (entry.getName().startsWith("jakarta/") && entry.getName().endsWith(".class")) {
                return true;
            }
        }
        return false;
    }
}
