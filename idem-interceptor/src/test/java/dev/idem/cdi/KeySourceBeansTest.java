package dev.idem.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.spi.KeySource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeySourceBeansTest {

    private final KeySourceBeans beans = new KeySourceBeans();

    @BeforeEach
    void addOurs() throws ClassNotFoundException {
        beans.add(new Listed(Class.forName("dev.idem.jms.MessageKeys")));
    }

    @Test
    void ourSourceServesMessagesAndNothingElse() {
        assertThat(serving(Message.class)).contains("dev.idem.jms.MessageKeys");
        assertThat(serving(TextMessage.class)).contains("dev.idem.jms.MessageKeys");
        assertThat(serving(String.class)).isEmpty();
    }

    @Test
    void sourceOfTheApplicationGoesBeforeOurs() {
        beans.add(new Listed(OfMessages.class));

        assertThat(serving(TextMessage.class)).contains(OfMessages.class.getName());
    }

    @Test
    void mostSpecificSourceOfTheApplicationServes() {
        beans.add(new Listed(OfMessages.class));
        beans.add(new Listed(OfTexts.class));

        assertThat(serving(TextMessage.class)).contains(OfTexts.class.getName());
        assertThat(serving(Message.class)).contains(OfMessages.class.getName());
        assertThat(beans.problems()).isEmpty();
    }

    @Test
    void sourceOfAGenericTypeServesIt() {
        beans.add(new Listed(OfLists.class));

        assertThat(serving(List.class)).contains(OfLists.class.getName());
    }

    @Test
    void twoSourcesOfTheApplicationForOneTypeAreAMistake() {
        beans.add(new Listed(OfMessages.class));
        beans.add(new Listed(OfMessagesToo.class));

        assertThat(beans.problems()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .contains("IDEM-0005", OfMessages.class.getName(), OfMessagesToo.class.getName(), "keep one"));
    }

    @Test
    void otherBeansAreNoSources() {
        beans.add(new Listed(String.class));

        assertThat(serving(String.class)).isEmpty();
    }

    private Optional<String> serving(Class<?> parameter) {
        return beans.serving(parameter).map(bean -> bean.getBeanClass().getName());
    }

    private static class Nothing<T> implements KeySource<T> {
        @Override
        public Optional<String> key(T value) {
            return Optional.empty();
        }
    }

    private static final class OfMessages extends Nothing<Message> {}

    private static final class OfMessagesToo extends Nothing<Message> {}

    private static final class OfTexts extends Nothing<TextMessage> {}

    private static final class OfLists extends Nothing<List<String>> {}

    /** A bean as the container lists it. */
    private record Listed(Class<?> type) implements Bean<Object> {

        @Override
        public Class<?> getBeanClass() {
            return type;
        }

        @Override
        public Set<Type> getTypes() {
            Type above = type.getGenericSuperclass();
            return above instanceof java.lang.reflect.ParameterizedType generic
                    ? Set.of(type, new OfKeys(generic.getActualTypeArguments()))
                    : Set.of(interfaces());
        }

        private Type[] interfaces() {
            return type.getGenericInterfaces();
        }

        @Override
        public Set<InjectionPoint> getInjectionPoints() {
            return Set.of();
        }

        @Override
        public Object create(CreationalContext<Object> context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void destroy(Object instance, CreationalContext<Object> context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<Annotation> getQualifiers() {
            return Set.of();
        }

        @Override
        public Class<? extends Annotation> getScope() {
            return Dependent.class;
        }

        @Override
        public String getName() {
            return type.getSimpleName();
        }

        @Override
        public Set<Class<? extends Annotation>> getStereotypes() {
            return Set.of();
        }

        @Override
        public boolean isAlternative() {
            return false;
        }
    }

    /** {@code KeySource<…>}, as a container resolves it through a superclass. */
    private record OfKeys(Type[] arguments) implements java.lang.reflect.ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments;
        }

        @Override
        public Type getRawType() {
            return KeySource.class;
        }

        @Override
        public Type getOwnerType() {
            throw new UnsupportedOperationException();
        }
    }
}
