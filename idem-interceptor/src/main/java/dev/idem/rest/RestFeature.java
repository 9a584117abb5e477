package dev.idem.rest;

import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Brings the filters and the exception mapper into every Jakarta REST application of a WAR. Found through
 * {@code META-INF/services} (Jakarta REST 3.1), so an application that lists its classes has them too. None of them is a
 * {@code @Provider}: a server that scans would register it twice.
 */
public final class RestFeature implements Feature {

    private static final List<Class<?>> FILTERS = List.of(CallerCapture.class, ReplayedHeader.class);

    /** Created by the container. */
    public RestFeature() {}

    @Override
    public boolean configure(FeatureContext context) {
        if (context.getConfiguration().getRuntimeType() != RuntimeType.SERVER) {
            return false;
        }
        FILTERS.stream()
                .filter(filter -> !context.getConfiguration().isRegistered(filter))
                .forEach(context::register);
        if (!context.getConfiguration().isRegistered(ProblemMapper.class)) {
            context.register(new ProblemMapper(ProblemPage.of(ConfigProvider.getConfig())));
        }
        return true;
    }
}
