package dev.idem.rest;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Adds {@link RequestBinding} to every WAR that bundles the library, and the endpoint for tokens where it is wanted; an
 * annotation would be ignored where {@code web.xml} is {@code metadata-complete}, and calls by HTTP would be taken for
 * internal ones.
 */
public final class RestInitializer implements ServletContainerInitializer {

    /** Created by the container. */
    public RestInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> types, ServletContext context) {
        context.addListener(RequestBinding.class);
        TokenEndpoint.of(ConfigProvider.getConfig()).addTo(context);
    }
}
