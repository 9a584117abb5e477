package dev.idem.refusal;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A readable property of an exception: a method named like it, a getter, or a public field.
 *
 * @param member the method or field
 */
record Property(Member member) {

    private static final List<Class<?>> WITHOUT_PROPERTIES = List.of(Object.class, Throwable.class);

    /** Finds a property by name; its values must fit a type. */
    static Optional<Property> find(Class<?> type, String name, Class<?> wanted) {
        String capitalised = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        Stream<Member> methods = Stream.of(name, "get" + capitalised, "is" + capitalised)
                .flatMap(each -> Arrays.stream(type.getMethods()).filter(method -> reads(method, each)));
        Stream<Member> fields = Arrays.stream(type.getFields())
                .filter(field -> field.getName().equals(name) && !Modifier.isStatic(field.getModifiers()))
                .map(Member.class::cast);
        return Stream.concat(methods, fields)
                .filter(member -> boxed(wanted).isAssignableFrom(boxed(typeOf(member))))
                .filter(member -> ((AccessibleObject) member).trySetAccessible())
                .findFirst()
                .map(Property::new);
    }

    private static boolean reads(Method method, String name) {
        return method.getName().equals(name)
                && method.getParameterCount() == 0
                && !method.isBridge()
                && !Modifier.isStatic(method.getModifiers())
                && !WITHOUT_PROPERTIES.contains(method.getDeclaringClass());
    }

    private static Class<?> typeOf(Member member) {
        return member instanceof Method method ? method.getReturnType() : ((Field) member).getType();
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    @Nullable
    Object of(Throwable refusal) {
        try {
            return member instanceof Method method ? method.invoke(refusal) : ((Field) member).get(refusal);
        } catch (InvocationTargetException | IllegalAccessException unreadable) {
            throw new IllegalArgumentException(
                    member.getDeclaringClass().getName() + "." + member.getName() + " cannot be read", unreadable);
        }
    }
}
