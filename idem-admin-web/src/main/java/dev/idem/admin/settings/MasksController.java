package dev.idem.admin.settings;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.JsonText;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.Masks;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;

/** Shows what is masked in the arguments of each operation, and tries it out. */
@Path("settings/masks")
@Controller
@RequestScoped
public class MasksController {

    private static final String VIEW = "settings/masks.html";
    private static final String SEPARATOR = " of ";

    @Inject
    Inspection inspection;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public MasksController() {}

    /** The masks. */
    @GET
    public String show() {
        return view("", "", "");
    }

    /** What the masks make of arguments that somebody typed. They are kept nowhere. */
    @POST
    public String tryOut(
            @FormParam("operation") @DefaultValue("") String operation,
            @FormParam("json") @DefaultValue("") String json) {
        OperationInfo info = Input.read(() -> offered(operation));
        return view(
                operation,
                json,
                JsonText.of(Masks.arguments(json, info.argumentSchema())).text());
    }

    private OperationInfo offered(String operation) {
        return inspection.operations().stream()
                .filter(each -> name(each).equals(operation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation that was offered"));
    }

    private String view(String operation, String json, String masked) {
        models.put("administers", user.operator().may(Permission.ADMINISTER_USERS));
        models.put(
                "masks",
                new MasksPage(inspection.operations().stream().map(MaskRow::of).toList(), operation, json, masked));
        return VIEW;
    }

    private static String name(OperationInfo info) {
        return info.operation() + SEPARATOR + info.application();
    }

    /**
     * What the page shows.
     *
     * @param rows one for each operation
     * @param operation which one was tried
     * @param json what was typed
     * @param masked what the masks made of it, "" if nothing was tried
     */
    public record MasksPage(List<MaskRow> rows, String operation, String json, String masked) {}

    /**
     * What is masked in an operation's arguments and result.
     *
     * @param name the operation and its application
     * @param operation the operation's name
     * @param application its application
     * @param places what is masked, by place
     * @param described whether the catalogue says what the arguments look like; if not, all of them are masked
     */
    public record MaskRow(String name, String operation, String application, List<String> places, boolean described) {

        private static MaskRow of(OperationInfo info) {
            Optional<String> schema = info.argumentSchema();
            return new MaskRow(
                    MasksController.name(info),
                    info.operation(),
                    info.application(),
                    schema.map(SensitivePlaces::of).orElse(List.of()),
                    schema.isPresent());
        }
    }
}
