package dev.idem.admin.users;

import dev.idem.admin.web.ReasonForm;
import dev.idem.inspect.Role;
import dev.idem.inspect.UserChange;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a form about a user sends: whom it is about, and for roles and activity what is to become of them. */
public class UserForm extends ReasonForm {

    @FormParam("name")
    @DefaultValue("")
    String name = "";

    @FormParam("version")
    @DefaultValue("")
    String version = "";

    @FormParam("role")
    List<String> roles = new ArrayList<>();

    @FormParam("active")
    @DefaultValue("")
    String active = "";

    /** Created by the container. */
    public UserForm() {}

    /**
     * The roles that were ticked.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    Set<Role> given() {
        return roles.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is the form for roles and activity. */
    boolean changes() {
        return !version.isEmpty();
    }

    /**
     * What is to become of the user.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    UserChange change() {
        return new UserChange(name, Integer.parseUnsignedInt(version), given(), active.isEmpty());
    }
}
