package dev.idem.admin.audit;

import dev.idem.admin.web.ActionToken;
import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.AuditEntry;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditOutcome;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditSubject;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Gives the audit trail, or what a filter leaves of it, as a file. It is read page by page, so it may be long. */
@Path("audit/export")
@RequestScoped
public class ExportResource {

    @Inject
    AuditTrail trail;

    @Inject
    CurrentUser user;

    @Context
    UriInfo address;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public ExportResource() {}

    /** The file, the latest entry first: that of this export. */
    @GET
    public Response export(@QueryParam("format") @DefaultValue("csv") String format) {
        user.require(Permission.VIEW_AUDIT);
        ExportFormat wanted = Input.read(() -> ExportFormat.valueOf(format.toUpperCase(Locale.ROOT)));
        AuditForm form = AuditForm.of(this::parameter);
        AuditFilter filter = Input.read(form::filter);
        trail.keep(entry(user.operator(), form));
        StreamingOutput file = output -> write(output, wanted, filter);
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_TYPE, wanted.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"idem-audit." + wanted.extension() + "\"")
                .build();
    }

    private void write(OutputStream output, ExportFormat format, AuditFilter filter) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
            Consumer<Map<String, String>> entries = format.to(writer, ExportedEntry.NAMES);
            OptionalLong before = OptionalLong.empty();
            List<AuditRecord> page;
            do {
                page = trail.entries(filter, before, AuditTrail.LONGEST_PAGE);
                page.stream().map(ExportedEntry::of).forEach(entries);
                before = page.stream().mapToLong(AuditRecord::id).min();
            } while (page.size() == AuditTrail.LONGEST_PAGE);
        }
    }

    private static AuditEntry entry(Operator operator, AuditForm form) {
        return AuditEntry.of(
                        ActionToken.fresh(),
                        AuditActor.of(operator),
                        "EXPORT",
                        AuditSubject.of("AUDIT", "idem_audit"),
                        AuditOutcome.SUCCEEDED)
                .detailed(form.query().text().isEmpty() ? "all" : form.query().text());
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(address.getQueryParameters().getFirst(name), "");
    }
}
