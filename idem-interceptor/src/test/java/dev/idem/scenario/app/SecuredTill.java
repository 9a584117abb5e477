package dev.idem.scenario.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** What an operation calls, for tellers only. */
@Stateless
@RolesAllowed("teller")
public class SecuredTill {

    public void open() {
        // who may not does not get here
    }
}
