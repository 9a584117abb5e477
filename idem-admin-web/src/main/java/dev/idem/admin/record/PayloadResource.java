package dev.idem.admin.record;

import dev.idem.admin.web.RecordLookUp;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.NoSuchRecordException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Gives what a record keeps as a file, masked, for what is too long for its page. */
@Path("keys/{id}/payload/{which}")
@RequestScoped
public class PayloadResource {

    @Inject
    Inspection inspection;

    @PathParam("id")
    String id = "";

    @PathParam("which")
    String which = "";

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public PayloadResource() {}

    /** The file. */
    @GET
    public Response download() {
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.path().equals(which))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        String json = kind.payload
                .apply(RecordLookUp.of(inspection, id))
                .orElseThrow(() -> new NoSuchRecordException("nothing of that is kept"));
        return Response.ok(json)
                .header(HttpHeaders.CONTENT_TYPE, "application/json; charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + kind.path() + "-" + id.substring(0, PurgeForm.TYPED) + ".json\"")
                .build();
    }

    /** What a record keeps. */
    enum Kind {
        /** As it came. */
        ARGUMENTS(KeyDetail::arguments),
        /** As an operator asked to replay it. */
        EDITED(KeyDetail::editedArguments),
        /** What a duplicate gets. */
        RESULT(KeyDetail::result);

        private final Function<KeyDetail, Optional<String>> payload;

        Kind(Function<KeyDetail, Optional<String>> payload) {
            this.payload = payload;
        }

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
