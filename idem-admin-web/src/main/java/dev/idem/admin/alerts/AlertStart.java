package dev.idem.admin.alerts;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Has the watch begin and end with the console. */
@WebListener
public class AlertStart implements ServletContextListener {

    @Inject
    AlertWatch watch;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public AlertStart() {}

    @Override
    public void contextInitialized(ServletContextEvent start) {
        watch.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent end) {
        watch.stop();
    }
}
