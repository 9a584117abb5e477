package dev.idem.key;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the text of an expression tells without a parser. */
final class ExpressionText {

    private static final Pattern LAMBDA =
            Pattern.compile("(?:\\(([^()]*)\\)|([\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*))\\s*->");
    private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");

    private ExpressionText() {}

    /** The text without its string literals, once it is sure that it stays inside the braces put around it. */
    static String checked(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("the expression is empty");
        }
        if (stripped.startsWith("#{") || stripped.startsWith("${")) {
            throw new IllegalArgumentException("write the expression without #{ }");
        }
        String code = withoutLiterals(text);
        int depth = 0;
        for (int i = 0; i < code.length(); i++) {
            depth += code.charAt(i) == '{' ? 1 : code.charAt(i) == '}' ? -1 : 0;
            if (depth < 0) {
                throw new IllegalArgumentException("not a Jakarta EL expression: a } without its {");
            }
        }
        return code;
    }

    private static String withoutLiterals(String text) {
        StringBuilder code = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0) {
                quote = c == '\'' || c == '"' ? c : 0;
                code.append(quote == 0 ? c : ' ');
            } else if (c == '\\') {
                i++;
            } else if (c == quote) {
                quote = 0;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("not a Jakarta EL expression: a string without its closing " + quote);
        }
        return code.toString();
    }

    static Set<String> lambdaParameters(String code) {
        Set<String> names = new HashSet<>();
        Matcher lambda = LAMBDA.matcher(code);
        while (lambda.find()) {
            String several = lambda.group(1);
            names.addAll(
                    several == null
                            ? Set.of(lambda.group(2))
                            : Stream.of(several.split(",")).map(String::strip).collect(Collectors.toSet()));
        }
        return names;
    }

    /** What a failure says on one line; of a parser's page of what it would have liked, only the place. */
    static String reason(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            Matcher place = PLACE.matcher(String.valueOf(each.getMessage()));
            if (place.find()) {
                return place(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
            }
        }
        return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    }

    private static String place(int line, int column) {
        return "unexpected text at line " + line + ", column " + (line == 1 ? column - "#{".length() : column);
    }
}
