package dev.idem.scenario.overlooked;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST application. */
@ApplicationPath("api")
public class OverlookedApi extends Application {}
