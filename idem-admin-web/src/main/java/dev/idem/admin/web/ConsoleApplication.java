package dev.idem.admin.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The pages, as Jakarta MVC controllers found by their annotations. */
@ApplicationPath(ConsoleApplication.PATH)
public class ConsoleApplication extends Application {

    /** Where the pages are, below the context root. */
    public static final String PATH = "ui";

    /** Created by the container. */
    public ConsoleApplication() {}

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = Resources.found(false);
        classes.add(FailureMapper.class);
        return classes;
    }
}
