package dev.idem.cdi;

import dev.idem.check.Problem;
import dev.idem.check.ProblemId;
import dev.idem.spi.KeySource;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The beans that read keys from arguments, and which of them serves a parameter type. */
final class KeySourceBeans {

    private final List<Source> sources = new ArrayList<>();

    /** Notes a bean if it is a key source. */
    void add(Bean<?> bean) {
        typeOf(bean).ifPresent(type -> sources.add(new Source(bean, type)));
    }

    private static Optional<Class<?>> typeOf(Bean<?> bean) {
        return bean.getTypes().stream()
                .flatMap(type -> type instanceof ParameterizedType generic && generic.getRawType() == KeySource.class
                        ? raw(generic.getActualTypeArguments()[0])
                        : Stream.empty())
                .findFirst();
    }

    private static Stream<Class<?>> raw(Type type) {
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        return raw instanceof Class<?> plain ? Stream.of(plain) : Stream.empty();
    }

    /** The bean that serves a parameter type. */
    Optional<Bean<?>> serving(Class<?> parameter) {
        return sources.stream()
                .filter(source -> source.type.isAssignableFrom(parameter))
                .min(Comparator.<Source, Boolean>comparing(source -> ChosenCodec.isOurs(source.bean))
                        .thenComparing(source -> -source.ancestors(sources))
                        .thenComparing(source -> source.type.getName()))
                .map(Source::bean);
    }

    /** Two of the application for one type: nobody could tell which is meant. */
    Stream<Problem> problems() {
        return sources.stream()
                .filter(source -> !ChosenCodec.isOurs(source.bean))
                .collect(Collectors.groupingBy(Source::type))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .map(KeySourceBeans::problem);
    }

    private static Problem problem(Collection<Source> same) {
        Function<Source, String> place = source -> source.bean.getBeanClass().getName();
        Class<?> type = same.iterator().next().type;
        return new Problem(
                ProblemId.SEVERAL_KEY_SOURCES,
                same.stream().map(place).sorted().collect(Collectors.joining(", ")),
                "several beans are a KeySource of " + type.getName(),
                "keep one of them");
    }

    private record Source(Bean<?> bean, Class<?> type) {

        /** How many of these are for more general types. */
        int ancestors(List<Source> all) {
            return (int) all.stream()
                    .map(Source::type)
                    .distinct()
                    .filter(other -> other != type && other.isAssignableFrom(type))
                    .count();
        }
    }
}
