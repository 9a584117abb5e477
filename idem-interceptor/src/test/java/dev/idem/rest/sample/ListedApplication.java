package dev.idem.rest.sample;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its classes, none of ours among them. */
@ApplicationPath("listed")
public class ListedApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ProblemResource.class,
                StatelessResource.class,
                RequestResource.class,
                StoredResource.class,
                TokenFilter.class,
                RuntimeExceptionMapper.class);
    }
}
