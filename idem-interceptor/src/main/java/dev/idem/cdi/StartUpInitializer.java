package dev.idem.cdi;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds {@link StartUp} to every WAR that bundles the library, also where {@code web.xml} is metadata-complete. */
public final class StartUpInitializer implements ServletContainerInitializer {

    /** Created by the container. */
    public StartUpInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> types, ServletContext context) {
        context.addListener(StartUp.class);
    }
}
