package dev.idem.admin.help;

import dev.idem.admin.web.Curl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Explains the API. */
@Path("api")
@Controller
@RequestScoped
public class ApiController {

    private static final String RECORD = "0123456789abcdef".repeat(4);

    @Inject
    Models models;

    @Inject
    Curl curl;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public ApiController() {}

    /** The page. */
    @GET
    public String show() {
        models.put(
                "api",
                new ApiPage(
                        curl.get("/poison"),
                        curl.post(
                                "/keys/" + RECORD + "/replay", "{\"version\": 3, \"reason\": \"the bank is back\"}")));
        return "help/api.html";
    }

    /**
     * What the page shows.
     *
     * @param reading a command that reads
     * @param changing a command that changes something
     */
    public record ApiPage(String reading, String changing) {}
}
