package dev.idem.demo.duplicates;

import dev.idem.demo.broker.BrokerKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page of duplicates as HTML, without scripts.
 *
 * @param broker the broker
 * @param provocations what was provoked, the latest first
 */
record BrokersPage(BrokerKind broker, List<ProvocationView> provocations) {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>Real duplicates · Idem demo</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="demo.css">
            </head>
            <body>
            <a class="skip" href="#main">Skip to content</a>
            <header class="top">
              <div class="bar">
                <span class="product"><span class="mark" aria-hidden="true">≡</span> Idem <span class="product-rest">demo</span></span>
                <nav aria-label="Elsewhere"><a href="./">The demo</a> <a href="/idem-admin/">Operator console</a></nav>
              </div>
            </header>
            <main id="main" tabindex="-1">
              <h1>Real duplicates</h1>
              <p class="lead">Nothing is simulated here: a caller really gives up, the broker's process really stands still, a
                node really dies. Every message goes to the coupon service with Idem, and to one without it.</p>
              <p>The broker is <strong id="broker">%s</strong>. It %s. Idem parks what failed five times, long before that: the
                queue moves on, and the <a href="/idem-admin/">console</a> has the message.</p>
              %s
            </main>
            <footer>What a broker says of a message never suffices: look at ids and flags. A business key does.</footer>
            </body>
            </html>
            """;

    private static final String SECTION = """
              <section class="card" id="%1$s" aria-labelledby="%1$s-title">
                <div class="heading">
                  <h2 id="%1$s-title">%2$s</h2>
                  <form method="post" action="brokers">
                    <input type="hidden" name="cause" value="%1$s">
                    <button type="submit" aria-describedby="%1$s-title">Provoke it</button>
                  </form>
                </div>
                <p>%3$s</p>
                <div class="table" role="region" tabindex="0" aria-label="What came of it: %2$s">
                <table>
                  <thead><tr><th scope="col">Order</th><th scope="col">Broker</th><th scope="col">Messages: what the broker said, where</th>
                    <th scope="col" class="number">Coupons with Idem</th><th scope="col" class="number">Without</th></tr></thead>
                  <tbody>
            %4$s      </tbody>
                </table>
                </div>
                <p><a href="brokers?again=%1$s#%1$s">Look again<span class="visually-hidden">: %2$s</span></a></p>
              </section>
            """;

    private static final String ROW = """
                  <tr><th scope="row">%s</th><td>%s</td><td class="answers"><ul>%s</ul></td>
                    <td class="number with"><span class="badge %s">%d</span></td>
                    <td class="number without"><span class="badge %s">%d</span></td></tr>
            """;

    String html() {
        String sections = Arrays.stream(Cause.values()).map(this::section).collect(Collectors.joining());
        return PAGE.formatted(broker.lowerCaseName(), broker.redelivery(), sections);
    }

    private String section(Cause cause) {
        String rows = provocations.stream()
                .filter(each -> each.cause().equals(cause.id()))
                .map(BrokersPage::row)
                .collect(Collectors.joining());
        String shown =
                rows.isEmpty() ? "      <tr><td colspan=\"5\" class=\"dim\">not provoked lately</td></tr>\n" : rows;
        return SECTION.formatted(cause.id(), cause.title(), cause.story(), shown);
    }

    private static String row(ProvocationView view) {
        String arrivals = view.arrivals().stream()
                .map(each -> "<li>" + escaped(each.messageId()) + ", " + escaped(each.hint()) + ", at "
                        + escaped(each.node()) + "</li>")
                .collect(Collectors.joining());
        return ROW.formatted(
                escaped(view.orderId()),
                escaped(view.broker()),
                arrivals,
                judged(view.coupons()),
                view.coupons(),
                judged(view.plainCoupons()),
                view.plainCoupons());
    }

    /** None is no judgement yet: its message is on the way. */
    private static String judged(long coupons) {
        if (coupons == 0) {
            return "none";
        }
        return coupons == 1 ? "good" : "bad";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
