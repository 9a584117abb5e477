package dev.idem.admin.views;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** What the forms about a view send. */
public class ViewForm {

    private static final String YES = "yes";

    @FormParam("place")
    @DefaultValue("")
    String place = "";

    @FormParam("query")
    @DefaultValue("")
    String query = "";

    @FormParam("name")
    @DefaultValue("")
    String name = "";

    @FormParam("shared")
    @DefaultValue("")
    String shared = "";

    /** Created by the container. */
    public ViewForm() {}

    boolean isShared() {
        return shared.equals(YES);
    }
}
