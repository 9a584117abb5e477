package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Idem without the APIs that a server or an application may lack. */
class OptionalBeanTest {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final List<String> ABSENT = List.of(
            "org.eclipse.microprofile.metrics.", "org.eclipse.microprofile.health.", "io.opentelemetry.", "org.slf4j.");

    /** What may name a class of an API that is absent: the beans, and what only they use. */
    private static final Set<String> GUARDED = Set.of(
            "dev.idem.observe.CallMetrics",
            "dev.idem.observe.StoreGauges",
            "dev.idem.observe.Meters",
            "dev.idem.observe.OperationMeters",
            "dev.idem.observe.StoreReadiness",
            "dev.idem.observe.SpanAttributes",
            "dev.idem.observe.LogContext");

    @Test
    void allBeansAreThereWithTheirApis() {
        assertThat(ObserveExtension.present(getClass().getClassLoader()))
                .containsExactly(
                        CallMetrics.class,
                        StoreGauges.class,
                        StoreReadiness.class,
                        SpanAttributes.class,
                        LogContext.class);
    }

    @Test
    void noBeanIsThereWithoutItsApi() {
        assertThat(ObserveExtension.present(new Lacking(ABSENT))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneApiThatIsAbsentTakesOnlyItsBeansWithIt(OptionalBean bean) {
        assertThat(ObserveExtension.present(new Lacking(List.of(bean.api()))))
                .extracting(Class::getName)
                .containsExactlyElementsOf(Arrays.stream(OptionalBean.values())
                        .filter(other -> !other.api().equals(bean.api()))
                        .map(OptionalBean::className)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void beanThatAContainerFoundIsVetoedWithoutItsApi(OptionalBean bean) {
        assertThat(ObserveExtension.usable(bean.className(), getClass().getClassLoader()))
                .isTrue();
        assertThat(ObserveExtension.usable(bean.className(), new Lacking(List.of(bean.api()))))
                .isFalse();
        assertThat(ObserveExtension.usable("com.acme.Shop", new Lacking(ABSENT)))
                .as("a bean of the application's")
                .isTrue();
    }

    @Test
    void allOtherClassesCanBeExaminedWithoutTheApis() throws IOException {
        ClassLoader server = new Lacking(ABSENT);
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<String> names = files.map(CLASSES::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> name.replace('/', '.').replace(".class", ""))
                    .filter(name -> !GUARDED.contains(name))
                    .toList();

            assertThat(names).hasSizeGreaterThan(200).allSatisfy(name -> examine(server, name));
        }
    }

    @Test
    void theBeansCannotBeExaminedWithoutTheirApis() {
        ClassLoader server = new Lacking(ABSENT);

        assertThatThrownBy(() -> examine(server, "dev.idem.observe.Meters")).isInstanceOf(LinkageError.class);
    }

    /** As a container does that looks for beans. */
    private static void examine(ClassLoader loader, String name) throws ClassNotFoundException {
        Class<?> type = Class.forName(name, true, loader);
        assertThat(List.of(
                        type.getDeclaredConstructors(),
                        type.getDeclaredMethods(),
                        type.getDeclaredFields(),
                        type.getAnnotations()))
                .doesNotContainNull();
    }

    /** Loads Idem anew, and knows some packages not. */
    private static final class Lacking extends ClassLoader {

        private final List<String> absent;

        Lacking(List<String> absent) {
            super(OptionalBeanTest.class.getClassLoader());
            this.absent = absent;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (absent.stream().anyMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            Path file = CLASSES.resolve(name.replace('.', '/') + ".class");
            return Files.exists(file) ? define(name, file) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name, Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
