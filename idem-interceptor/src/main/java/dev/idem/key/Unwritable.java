package dev.idem.key;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** Types whose values Jakarta JSON Binding certainly cannot write in full. */
final class Unwritable {

    private static final List<Class<?>> WITHOUT_JSON_FORM = List.of(
            BaseStream.class,
            Class.class,
            CompletionStage.class,
            Future.class,
            InputStream.class,
            Iterator.class,
            OutputStream.class,
            Reader.class,
            Thread.class,
            Throwable.class,
            Writer.class);
    private static final Set<String> NAMES_WITHOUT_JSON_FORM = Set.of(
            "jakarta.jms.Message",
            "jakarta.ws.rs.core.EntityPart",
            "jakarta.ws.rs.core.Response",
            "jakarta.ws.rs.core.StreamingOutput");

    private Unwritable() {}

    static Optional<String> reason(Type type) {
        return type instanceof Class<?> plain ? reason(plain) : Optional.empty();
    }

    private static Optional<String> reason(Class<?> type) {
        if (JsonbClasses.customised(type)) {
            return Optional.empty();
        }
        if (hasNoJsonForm(type)) {
            return Optional.of(type.getName() + " has no JSON form");
        }
        if (!JsonbClasses.boundByMembers(type) || JsonbClasses.isAbstract(type)) {
            return Optional.empty();
        }
        if ((type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0) {
            return Optional.of(type.getName() + " is not public");
        }
        return hidesEverything(type)
                ? Optional.of(type.getName() + " has neither getters nor public fields")
                : Optional.empty();
    }

    private static boolean hasNoJsonForm(Class<?> type) {
        return WITHOUT_JSON_FORM.stream().anyMatch(each -> each.isAssignableFrom(type))
                || types(type).anyMatch(each -> NAMES_WITHOUT_JSON_FORM.contains(each.getName()));
    }

    /** A class with state of which JSON Binding sees nothing would be written as an empty object. */
    private static boolean hidesEverything(Class<?> type) {
        boolean state = types(type)
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .anyMatch(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0);
        return state
                && !type.isRecord()
                && Arrays.stream(type.getFields()).allMatch(field -> Modifier.isStatic(field.getModifiers()))
                && Arrays.stream(type.getMethods()).noneMatch(Unwritable::isGetter);
    }

    private static boolean isGetter(Method method) {
        String name = method.getName();
        boolean named = (name.startsWith("get") && name.length() > 3) || (name.startsWith("is") && name.length() > 2);
        return named
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && method.getDeclaringClass() != Object.class
                && !Modifier.isStatic(method.getModifiers());
    }

    private static Stream<Class<?>> types(Class<?> type) {
        Stream<Class<?>> above = type.getSuperclass() == null ? Stream.empty() : types(type.getSuperclass());
        return Stream.concat(
                Stream.concat(Stream.of(type), above),
                Arrays.stream(type.getInterfaces()).flatMap(Unwritable::types));
    }
}
