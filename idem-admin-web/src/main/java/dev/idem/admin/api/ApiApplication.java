package dev.idem.admin.api;

import dev.idem.admin.web.ApiPath;
import dev.idem.admin.web.FailureMapper;
import dev.idem.admin.web.Resources;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The API: every class of this package with a path. */
@ApplicationPath(ApiPath.PATH)
public class ApiApplication extends Application {

    /** Created by the container. */
    public ApiApplication() {}

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = Resources.found(true);
        classes.addAll(Set.of(FailureMapper.class, BodyReader.class, BodyWriter.class));
        return classes;
    }
}
