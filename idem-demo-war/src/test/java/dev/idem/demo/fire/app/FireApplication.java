package dev.idem.demo.fire.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The HTTP side. */
@ApplicationPath("api")
public class FireApplication extends Application {}
