package dev.idem.admin.web;

import dev.idem.inspect.AdminUsers;
import dev.idem.inspect.OneTimePassword;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Prints the password of the first user, once: at the start that made the user. */
@WebListener
public class FirstStart implements ServletContextListener {

    private static final Logger LOG = System.getLogger(FirstStart.class.getName());

    @Inject
    AdminUsers users;

    @Inject
    ConsoleSettings settings;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public FirstStart() {}

    @Override
    public void contextInitialized(ServletContextEvent start) {
        settings.check();
        if (settings.passwords()) {
            users.createFirst().ifPresent(FirstStart::print);
        }
    }

    private static void print(OneTimePassword first) {
        LOG.log(
                Level.WARNING,
                "IDEM-0701 first start of the operator console: log in as {0} with the password {1} - it is shown only"
                        + " here and has to be changed at the first login",
                first.user(),
                first.password());
    }
}
