package dev.idem.demo.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.demo.broker.BrokerKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of duplicates. */
class BrokersPageTest {

    @Test
    void everyCauseHasAButtonOfItsOwn() {
        String html = new BrokersPage(BrokerKind.ARTEMIS, List.of()).html();

        for (Cause cause : Cause.values()) {
            assertThat(html)
                    .contains("name=\"cause\" value=\"" + cause.id() + "\"")
                    .contains(">" + cause.title() + "<");
        }
        assertThat(html).contains("max-delivery-attempts = 10").doesNotContain("<script", "style=");
    }

    @Test
    void whatCameOfItIsShownAsTextAndJudged() {
        assertThat(html(List.of(new ArrivalView("<b>", "a & \"b\"", "node")), 1, 2))
                .contains("<li>&lt;b&gt;, a &amp; &quot;b&quot;, at node</li>")
                .contains("<span class=\"badge good\">1</span>")
                .contains("<span class=\"badge bad\">2</span>");
    }

    @Test
    void whatHasNotComeYetIsNotJudged() {
        assertThat(html(List.of(), 0, 0))
                .contains("<span class=\"badge none\">0</span>")
                .doesNotContain("badge good", "badge bad");
    }

    private static String html(List<ArrivalView> arrivals, long coupons, long plainCoupons) {
        ProvocationView view = new ProvocationView("two-ids-1", "two-ids", "artemis", arrivals, coupons, plainCoupons);
        return new BrokersPage(BrokerKind.ARTEMIS, List.of(view)).html();
    }
}
