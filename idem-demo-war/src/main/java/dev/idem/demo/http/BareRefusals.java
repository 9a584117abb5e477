package dev.idem.demo.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Makes a problem of what the server refuses past all mappers, such as a Content-Type that is none. */
@Provider
public class BareRefusals implements ContainerResponseFilter {

    private static final Annotation[] NONE = {};

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 400 && !response.hasEntity()) {
            response.setEntity(
                    ProblemMapper.problem(response.getStatusInfo()), NONE, MediaType.valueOf(Problem.MEDIA_TYPE));
        }
    }
}
