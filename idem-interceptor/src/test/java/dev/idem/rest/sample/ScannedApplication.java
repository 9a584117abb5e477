package dev.idem.rest.sample;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Takes what the server finds by scanning. */
@ApplicationPath("scanned")
public class ScannedApplication extends Application {}
