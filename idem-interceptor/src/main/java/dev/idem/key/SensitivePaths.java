package dev.idem.key;

import dev.idem.Sensitive;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what an expression takes of {@link Sensitive} values, as far as a path of names tells. */
public final class SensitivePaths {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final Pattern PATH =
            Pattern.compile("(?<![\\p{L}\\p{N}_$.])" + NAME + "(?:\\s*\\.\\s*" + NAME + "(?:\\s*\\(\\s*\\))?)*");

    private SensitivePaths() {}

    /**
     * The paths in an expression that lead to something marked, or to an object that holds something marked.
     *
     * @param expression an expression over the parameters, "" for none
     * @param method the method
     */
    public static List<String> in(String expression, Method method) {
        return PATH.matcher(LITERAL.matcher(expression).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(path -> marked(path, method))
                .distinct()
                .toList();
    }

    private static boolean marked(String path, Method method) {
        String[] names = path.replaceAll("[\\s()]", "").split("\\.");
        Optional<Parameter> root = Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getName().equals(names[0]))
                .findFirst();
        return root.isPresent()
                && (root.get().isAnnotationPresent(Sensitive.class)
                        || marked(
                                root.get().getParameterizedType(),
                                List.of(names).subList(1, names.length)));
    }

    private static boolean marked(Type type, List<String> names) {
        if (names.isEmpty()) {
            return Sensitivity.in(type);
        }
        if (!(type instanceof Class<?> plain)) {
            return false;
        }
        String member = member(plain, names.get(0));
        return SensitiveMembers.marked(plain, member)
                || Member.of(plain).stream()
                        .filter(each -> each.name().equals(member))
                        .anyMatch(each -> marked(each.type(), names.subList(1, names.size())));
    }

    /** {@code getName()} reads {@code name}. */
    private static String member(Class<?> type, String name) {
        boolean getter = name.startsWith("get") && !type.isRecord() && name.length() > "get".length();
        return getter ? Introspector.decapitalize(name.substring("get".length())) : name;
    }
}
