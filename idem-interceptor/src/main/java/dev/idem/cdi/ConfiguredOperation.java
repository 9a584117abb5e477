package dev.idem.cdi;

import dev.idem.IdempotentOperation;
import dev.idem.KeyType;
import dev.idem.Mode;
import dev.idem.OnDuplicate;
import dev.idem.OnPoison;
import dev.idem.OnUnknownOutcome;
import dev.idem.Scope;
import jakarta.enterprise.util.AnnotationLiteral;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** An annotation as MicroProfile Config overrides it, in the pattern of MicroProfile Fault Tolerance. Immutable. */
@SuppressWarnings({"ClassExplicitlyAnnotation", "ImmutableAnnotationChecker"}) // the same attributes, read the same way
final class ConfiguredOperation extends AnnotationLiteral<IdempotentOperation> implements IdempotentOperation {

    private static final long serialVersionUID = 1L;

    private static final String ANNOTATION = IdempotentOperation.class.getSimpleName();

    private final transient IdempotentOperation annotation;
    private final transient Config config;
    private final String byClass;
    private final String byMethod;

    ConfiguredOperation(IdempotentOperation annotation, Class<?> bean, Method method, Config config) {
        this.annotation = annotation;
        this.config = config;
        this.byClass = bean.getName() + "/" + ANNOTATION + "/";
        this.byMethod = bean.getName() + "/" + method.getName() + "/" + ANNOTATION + "/";
    }

    private <T> T overridden(String attribute, Class<T> type, T annotated) {
        return Stream.of(byMethod, byClass, ANNOTATION + "/")
                .map(prefix -> config.getOptionalValue(prefix + attribute, type))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(annotated);
    }

    @Override
    public String name() {
        return overridden("name", String.class, annotation.name());
    }

    @Override
    public String key() {
        return overridden("key", String.class, annotation.key());
    }

    @Override
    public KeyType keyType() {
        return overridden("keyType", KeyType.class, annotation.keyType());
    }

    @Override
    public Scope scope() {
        return overridden("scope", Scope.class, annotation.scope());
    }

    @Override
    public String skipIf() {
        return overridden("skipIf", String.class, annotation.skipIf());
    }

    @Override
    public Mode mode() {
        return overridden("mode", Mode.class, annotation.mode());
    }

    @Override
    public OnDuplicate onDuplicate() {
        return overridden("onDuplicate", OnDuplicate.class, annotation.onDuplicate());
    }

    @Override
    public String waitFor() {
        return overridden("waitFor", String.class, annotation.waitFor());
    }

    @Override
    public String expireAfter() {
        return overridden("expireAfter", String.class, annotation.expireAfter());
    }

    @Override
    public int maxAttempts() {
        return overridden("maxAttempts", Integer.class, annotation.maxAttempts());
    }

    @Override
    public OnPoison onPoison() {
        return overridden("onPoison", OnPoison.class, annotation.onPoison());
    }

    @Override
    public boolean checkArguments() {
        return overridden("checkArguments", Boolean.class, annotation.checkArguments());
    }

    @Override
    public String cacheFor() {
        return overridden("cacheFor", String.class, annotation.cacheFor());
    }

    @Override
    public Class<? extends Throwable>[] storeOn() {
        return annotation.storeOn();
    }

    @Override
    public Class<? extends Throwable>[] parkOn() {
        return annotation.parkOn();
    }

    @Override
    public String lease() {
        return overridden("lease", String.class, annotation.lease());
    }

    @Override
    public OnUnknownOutcome onUnknownOutcome() {
        return overridden("onUnknownOutcome", OnUnknownOutcome.class, annotation.onUnknownOutcome());
    }

    @Override
    public Class<? extends Throwable>[] noEffectOn() {
        return annotation.noEffectOn();
    }

    /**
     * Reads every attribute once.
     *
     * @throws IllegalArgumentException if a configured value does not fit its attribute
     */
    void readAll() {
        for (Method attribute : IdempotentOperation.class.getDeclaredMethods()) {
            read(attribute);
        }
    }

    private void read(Method attribute) {
        try {
            attribute.invoke(this);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    attribute.getName() + ": " + e.getTargetException().getMessage(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("attributes of a public annotation are public", e);
        }
    }
}
