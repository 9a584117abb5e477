package dev.idem.cdi;

import dev.idem.IdempotencyKey;
import dev.idem.KeyType;
import dev.idem.check.BeanKind;
import dev.idem.check.Candidate;
import dev.idem.engine.CurrentRequest;
import dev.idem.key.CarriableTypes;
import dev.idem.key.Expression;
import dev.idem.key.KeyText;
import dev.idem.key.RestMethods;
import dev.idem.key.TokenParameter;
import dev.idem.spi.KeySource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prepares where the keys of an operation's calls come from, and what else the arguments tell of a delivery. */
@ApplicationScoped
class CallKeys {

    @Inject
    NamedBeanLookup namedBeans;

    @Inject
    CurrentRequest request;

    @Inject
    KeySources sources;

    /** An expression, else marked parameters, else a parameter with a key source, else the HTTP header. */
    CallKey of(Candidate candidate) {
        if (takesToken(candidate)) {
            return new TokenKey(candidate.name(), token(candidate));
        }
        if (!candidate.settings().key().isEmpty()) {
            return expression(candidate);
        }
        List<Argument> marked = arguments(candidate).stream()
                .filter(argument -> argument.parameter.isAnnotationPresent(IdempotencyKey.class))
                .toList();
        List<Argument> parts = marked.isEmpty() ? sourced(candidate) : marked;
        return parts.isEmpty()
                ? arguments -> request.key().flatMap(KeyText::of)
                : arguments -> KeyText.ofAll(
                        parts.stream().map(part -> part.key(arguments)).toList());
    }

    private CallKey expression(Candidate candidate) {
        Expression expression =
                Expression.compile(candidate.settings().key(), candidate.parameterNames(), Object.class);
        return arguments -> KeyText.of(expression.evaluate(arguments, namedBeans));
    }

    static boolean takesToken(Candidate candidate) {
        return candidate.settings().keyType() == KeyType.TOKEN;
    }

    /** An expression, else the HTTP header of a resource method, else the only text among the arguments. */
    private CallKey token(Candidate candidate) {
        if (!candidate.settings().key().isEmpty()) {
            return expression(candidate);
        }
        if (RestMethods.isResourceMethod(candidate.method())) {
            return arguments -> request.token();
        }
        int position = TokenParameter.of(candidate.method()).orElseThrow();
        return arguments -> Optional.ofNullable((String) arguments[position]);
    }

    /** Tells whether the arguments make the key, and not the HTTP request, or a token that is not kept with them. */
    boolean inArguments(Candidate candidate) {
        if (takesToken(candidate)) {
            return false;
        }
        return !candidate.settings().key().isEmpty()
                || arguments(candidate).stream()
                        .anyMatch(argument -> argument.source.isPresent()
                                || argument.parameter.isAnnotationPresent(IdempotencyKey.class));
    }

    Deliveries deliveries(Candidate candidate) {
        List<Argument> sourced = sourced(candidate);
        return new Deliveries(
                candidate.kind() == BeanKind.MESSAGE_DRIVEN || !sourced.isEmpty(), arguments -> sourced.stream()
                        .flatMap(each -> each.deliveryId(arguments).stream())
                        .findFirst());
    }

    private List<Argument> sourced(Candidate candidate) {
        return arguments(candidate).stream()
                .filter(argument -> argument.source.isPresent())
                .toList();
    }

    private List<Argument> arguments(Candidate candidate) {
        Parameter[] parameters = candidate.method().getParameters();
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            if (!CarriableTypes.injected(parameters[i])) {
                arguments.add(new Argument(i, parameters[i], sources.forType(parameters[i].getType())));
            }
        }
        return arguments;
    }

    /** One parameter, and what reads it. */
    private record Argument(int position, Parameter parameter, Optional<KeySource<Object>> source) {

        /** What the key is made of: the value itself, if nothing reads it. */
        @Nullable
        Object key(Object[] arguments) {
            Object value = arguments[position];
            return value != null && source.isPresent() ? source.get().key(value) : value;
        }

        Optional<String> deliveryId(Object[] arguments) {
            Object value = arguments[position];
            return value == null ? Optional.empty() : source.flatMap(reader -> reader.deliveryId(value));
        }
    }
}
