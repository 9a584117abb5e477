package dev.idem.cdi;

import dev.idem.IdempotentOperation;
import dev.idem.check.Candidate;
import dev.idem.check.Problem;
import dev.idem.check.ProblemId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Finds the operations of a bean class: annotated methods, and the business methods of an annotated class. */
final class OperationSearch {

    private final Predicate<String> namedBeans;
    private final Config config;
    private final List<Problem> problems = new ArrayList<>();

    OperationSearch(Predicate<String> namedBeans, Config config) {
        this.namedBeans = namedBeans;
        this.config = config;
    }

    /** What kept a method from being read, so far. */
    List<Problem> problems() {
        return problems;
    }

    Stream<Candidate> in(AnnotatedType<?> bean) {
        return mostSpecific(bean).stream().flatMap(method -> candidate(bean, method).stream());
    }

    /** Without bridges, and without what a subclass overrides. */
    private static Collection<AnnotatedMethod<?>> mostSpecific(AnnotatedType<?> bean) {
        Map<String, AnnotatedMethod<?>> methods = new LinkedHashMap<>();
        for (AnnotatedMethod<?> method : bean.getMethods()) {
            Method java = method.getJavaMember();
            if (!java.isSynthetic() && java.getDeclaringClass() != Object.class) {
                methods.merge(signature(java), method, OperationSearch::moreSpecific);
            }
        }
        return methods.values();
    }

    private static String signature(Method method) {
        String owner = Modifier.isPrivate(method.getModifiers())
                ? method.getDeclaringClass().getName()
                : "";
        return owner + method.getName() + List.of(method.getParameterTypes());
    }

    private static AnnotatedMethod<?> moreSpecific(AnnotatedMethod<?> one, AnnotatedMethod<?> other) {
        Class<?> declaring = one.getJavaMember().getDeclaringClass();
        return declaring.isAssignableFrom(other.getJavaMember().getDeclaringClass()) ? other : one;
    }

    private Optional<Candidate> candidate(AnnotatedType<?> bean, AnnotatedMethod<?> method) {
        IdempotentOperation annotation = annotation(bean, method);
        if (annotation == null) {
            return Optional.empty();
        }
        Class<?> type = bean.getJavaClass();
        Method java = method.getJavaMember();
        ConfiguredOperation settings = new ConfiguredOperation(annotation, type, java, config);
        return readable(type, java, settings)
                ? Optional.of(new Candidate(type, java, settings, namedBeans))
                : Optional.empty();
    }

    private static @Nullable IdempotentOperation annotation(AnnotatedType<?> bean, AnnotatedMethod<?> method) {
        IdempotentOperation own = method.getAnnotation(IdempotentOperation.class);
        if (own != null) {
            return own;
        }
        return isBusiness(method) ? bean.getAnnotation(IdempotentOperation.class) : null;
    }

    private static boolean isBusiness(AnnotatedMethod<?> method) {
        int modifiers = method.getJavaMember().getModifiers();
        return (modifiers & (Modifier.PRIVATE | Modifier.STATIC)) == 0
                && !method.isAnnotationPresent(PostConstruct.class)
                && !method.isAnnotationPresent(PreDestroy.class)
                && !method.isAnnotationPresent(Inject.class)
                && !method.isAnnotationPresent(AroundInvoke.class)
                && !overridesObject(method.getJavaMember());
    }

    private static boolean overridesObject(Method method) {
        return Arrays.stream(Object.class.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }

    private boolean readable(Class<?> bean, Method method, ConfiguredOperation settings) {
        try {
            settings.readAll();
            return true;
        } catch (IllegalArgumentException unreadable) {
            problems.add(new Problem(
                    ProblemId.BAD_OVERRIDE,
                    bean.getName() + "." + method.getName(),
                    "a configured value of IdempotentOperation cannot be read: " + unreadable.getMessage(),
                    "correct it in the MicroProfile Config sources"));
            return false;
        }
    }
}
