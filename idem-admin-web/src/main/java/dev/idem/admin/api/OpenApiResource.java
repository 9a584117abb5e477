package dev.idem.admin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the API has, as OpenAPI. */
@Path("openapi.json")
@Tag(name = "Session")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OpenApiResource {

    /** Created by the container. */
    public OpenApiResource() {}

    /** The document that was made with this version. */
    @GET
    @Operation(summary = "This document")
    public Response show() throws IOException {
        try (InputStream document = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            if (document == null) {
                throw new IllegalStateException("openapi.json is made by the build, and missing");
            }
            return Response.ok(document.readAllBytes()).build();
        }
    }
}
