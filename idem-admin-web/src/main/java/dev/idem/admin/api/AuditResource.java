package dev.idem.admin.api;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.NumberedPage;
import dev.idem.admin.web.Paging;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RecordId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail. Nothing here changes an entry. */
@Path("audit")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AuditResource {

    @Inject
    AuditTrail trail;

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public AuditResource() {}

    /** One page of it, the latest first. */
    @GET
    @Operation(summary = "List the audit trail", description = "Needs the permission VIEW_AUDIT.")
    public AuditPageView list(
            @QueryParam("actor") @DefaultValue("") String actor,
            @QueryParam("verb") @DefaultValue("") String verb,
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @QueryParam("object") @DefaultValue("") String object,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("record") @DefaultValue("") String record,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("until") @DefaultValue("") String until,
            @QueryParam("size") @DefaultValue("25") String size,
            @QueryParam(Paging.AFTER) @DefaultValue("") String after) {
        user.require(Permission.VIEW_AUDIT);
        AuditFilter filter = Given.filter(() -> new AuditFilter(
                Given.text(actor),
                Given.text(verb),
                Given.name("outcome", outcome, AuditOutcome.class),
                Optional.empty(),
                Given.text(object),
                Given.text(action),
                Given.text(record).map(hex -> new RecordId(hex).hex()),
                Given.from(from),
                Given.until(until)));
        int length = Given.size(size);
        Paging paging = Given.cursor(() -> Paging.of(after, List.of(), Paging::number));
        return AuditPageView.of(
                NumberedPage.of(trail.entries(filter, paging.afterNumber(), length + 1), length, AuditRecord::id));
    }

    /** Reads the whole trail. */
    @GET
    @Path("verification")
    @Operation(
            summary = "Check every entry of the audit trail",
            description = "Takes time in proportion to the trail's length. Needs the permission VIEW_AUDIT.")
    public VerificationView verification() {
        user.require(Permission.VIEW_AUDIT);
        return VerificationView.of(trail.verify());
    }
}
