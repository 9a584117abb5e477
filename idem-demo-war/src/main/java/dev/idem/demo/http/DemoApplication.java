package dev.idem.demo.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts the services under {@code /idem-demo/api}. */
@ApplicationPath("api")
public class DemoApplication extends Application {}
