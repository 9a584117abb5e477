package dev.idem.demo.launcher;

import java.io.PrintStream;

/**
 * What to try after the story.
 *
 * @param system what is running
 * @param purchase an order that exists
 * @param login how to log in at the console
 */
record Farewell(DemoSystem system, Purchase purchase, ConsoleLogin login) {

    void print(PrintStream out, boolean ending) {
        system.node().residentMebibytes().ifPresent(mib -> out.println("  Payara Micro holds " + mib + " MiB."));
        if (!ending) {
            out.println(invitation());
        }
        out.flush();
    }

    String invitation() {
        String api = purchase.client().base();
        String json = " -H 'Content-Type: application/json' -d '";
        return String.join(
                System.lineSeparator(),
                "  Console        " + system.consoleAddress(),
                "                 log in as " + login.user() + " with the password " + login.password(),
                "  Welcome page   " + api.replaceAll("api$", ""),
                "  Duplicates     " + api.replaceAll("api$", "brokers"),
                "  An order       " + api + "/orders/" + purchase.orderId(),
                "  Its coupons    " + api + "/users/" + purchase.userId() + "/coupons",
                "",
                "  Try it, twice or more:",
                "    curl -i " + api + "/orders -H 'Idempotency-Key: my-key'" + json
                        + "{\"orderId\":\"my-order\",\"userId\":\"me\",\"amount\":10}'",
                "    curl -i " + api + "/payments/callbacks" + json
                        + "{\"serialNo\":\"my-serial\",\"orderId\":\"my-order\",\"amount\":10}'",
                "    curl -i " + api + "/orders/my-order",
                "",
                "  Ctrl-C ends.");
    }
}
