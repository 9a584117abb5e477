package dev.idem.cdi;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may call a method, as Jakarta Annotations say: what stands at the method, else at its class. Of a method that was
 * inherited, containers differ in which class they ask: both count here.
 *
 * @param demands sets of roles; a caller needs one of each
 * @param nobody whether nobody may
 */
record AllowedCallers(List<Set<String>> demands, boolean nobody) {

    /** Any caller who is known. */
    private static final String ANYBODY_KNOWN = "**";

    static AllowedCallers of(Class<?> bean, Method method) {
        List<AnnotatedElement> places = says(method)
                ? List.of(method)
                : Stream.<AnnotatedElement>of(bean, method.getDeclaringClass())
                        .distinct()
                        .toList();
        return new AllowedCallers(
                places.stream()
                        .flatMap(place -> roles(place).stream())
                        .distinct()
                        .toList(),
                places.stream().anyMatch(place -> place.isAnnotationPresent(DenyAll.class)));
    }

    private static boolean says(AnnotatedElement place) {
        return place.isAnnotationPresent(RolesAllowed.class)
                || place.isAnnotationPresent(PermitAll.class)
                || place.isAnnotationPresent(DenyAll.class);
    }

    private static Optional<Set<String>> roles(AnnotatedElement place) {
        return Optional.ofNullable(place.getAnnotation(RolesAllowed.class)).map(allowed -> Set.of(allowed.value()));
    }

    /** Whether a caller nobody knows may. */
    boolean everybody() {
        return demands.isEmpty() && !nobody;
    }

    boolean include(RunAs caller) {
        return !nobody
                && demands.stream()
                        .allMatch(roles -> roles.contains(ANYBODY_KNOWN)
                                || caller.roles().stream().anyMatch(roles::contains));
    }

    /** The roles in words. */
    String text() {
        return demands.stream()
                .map(roles -> "one of the roles " + String.join(", ", new TreeSet<>(roles)))
                .collect(Collectors.joining(" and "));
    }
}
