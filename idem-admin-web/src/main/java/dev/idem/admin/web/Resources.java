package dev.idem.admin.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the resource classes of an application: what the container finds by itself would be in both. */
public final class Resources {

    private Resources() {}

    /** Those of the API, or all others. */
    public static Set<Class<?>> found(boolean ofTheApi) {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .filter(type -> type.getPackageName().startsWith("dev.idem.admin"))
                .filter(type -> type.getPackageName().equals(ApiPath.PACKAGE) == ofTheApi)
                .collect(Collectors.toSet());
    }
}
