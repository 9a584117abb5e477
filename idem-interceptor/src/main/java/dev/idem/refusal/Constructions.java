package dev.idem.refusal;

import dev.idem.key.CarriableTypes;
import dev.idem.refusal.Part.Detail;
import dev.idem.refusal.Part.Message;
import dev.idem.refusal.Part.NoCause;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the constructors by which an exception can be made again, the best first: those whose parameters are its
 * properties by name, then (message), (message, cause), ().
 */
final class Constructions {

    private static final String HTTP = "jakarta.ws.rs.WebApplicationException";

    private final Class<? extends Throwable> type;
    private final Predicate<Type> carriable;

    /**
     * For one type.
     *
     * @param carriable tells whether values of a type can be written and read
     */
    Constructions(Class<? extends Throwable> type, Predicate<Type> carriable) {
        this.type = type;
        this.carriable = carriable;
    }

    /** Those that there are; none for an abstract class. */
    List<Construction> find() {
        if (Modifier.isAbstract(type.getModifiers())) {
            return List.of();
        }
        Stream<Construction> byName = constructors()
                .flatMap(each -> byName(each).stream())
                .sorted(Comparator.comparing(Construction::weight)
                        .reversed()
                        .thenComparing(each -> each.parts().size())
                        .thenComparing(each -> each.constructor().toString()));
        return Stream.concat(byName.filter(each -> each.weight() > 0), byType())
                .filter(each -> !answersHttp() || each.details().anyMatch(detail -> isResponse(detail.type())))
                .toList();
    }

    /** A duplicate gets the very response, so it must be the constructor's. */
    private boolean answersHttp() {
        return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
                .anyMatch(each -> each.getName().equals(HTTP));
    }

    @SuppressWarnings("unchecked") // the constructors of a class make its instances
    private Stream<Constructor<? extends Throwable>> constructors() {
        return Arrays.stream((Constructor<? extends Throwable>[]) type.getDeclaredConstructors())
                .filter(each -> !Modifier.isPrivate(each.getModifiers()) && each.trySetAccessible());
    }

    private Optional<Construction> byName(Constructor<? extends Throwable> constructor) {
        Parameter[] parameters = constructor.getParameters();
        List<Part> parts = Arrays.stream(parameters)
                .flatMap(parameter -> part(parameter).stream())
                .toList();
        return parts.size() == parameters.length && parts.size() > 0
                ? Optional.of(new Construction(constructor, parts))
                : Optional.empty();
    }

    private Optional<Part> part(Parameter parameter) {
        if (!parameter.isNamePresent()) {
            return Optional.empty();
        }
        String name = parameter.getName();
        if (name.equals("message") && parameter.getType() == String.class) {
            return Optional.of(new Message());
        }
        if (name.equals("cause") && Throwable.class.isAssignableFrom(parameter.getType())) {
            return Optional.of(new NoCause());
        }
        return carriable.test(parameter.getParameterizedType())
                ? detail(name, parameter.getType(), parameter.getParameterizedType())
                : Optional.empty();
    }

    private Optional<Part> detail(String name, Class<?> raw, Type generic) {
        return Property.find(type, name, raw).map(property -> new Detail(name, property, generic));
    }

    private Stream<Construction> byType() {
        return constructors()
                .flatMap(each -> byType(each).stream())
                .sorted(Comparator.comparing(Construction::weight).reversed().thenComparing(each -> each.parts()
                        .size()));
    }

    private Optional<Construction> byType(Constructor<? extends Throwable> constructor) {
        List<Class<?>> types = List.of(constructor.getParameterTypes());
        List<Part> parts =
                types.stream().flatMap(each -> wellKnown(each).stream()).toList();
        boolean once = types.stream().distinct().count() == types.size();
        return once && parts.size() == types.size()
                ? Optional.of(new Construction(constructor, parts))
                : Optional.empty();
    }

    private Optional<Part> wellKnown(Class<?> parameter) {
        if (parameter == String.class) {
            return Optional.of(new Message());
        }
        if (parameter == Throwable.class) {
            return Optional.of(new NoCause());
        }
        return isResponse(parameter) ? detail("response", parameter, parameter) : Optional.empty();
    }

    private static boolean isResponse(Type parameter) {
        return CarriableTypes.storedAsResponse(parameter);
    }
}
