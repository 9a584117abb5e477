package dev.idem.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.junit.jupiter.api.Test;

class BeanKindTest {

    @Test
    void listenerThatIsNoOtherBeanIsMessageDriven() {
        assertThat(BeanKind.of(Declared.class)).isEqualTo(BeanKind.MESSAGE_DRIVEN);
        assertThat(BeanKind.of(Inheriting.class)).isEqualTo(BeanKind.MESSAGE_DRIVEN);
    }

    @Test
    void listenerWithAScopeIsACdiBean() {
        assertThat(BeanKind.of(Scoped.class)).isEqualTo(BeanKind.CDI);
        assertThat(BeanKind.of(String.class)).isEqualTo(BeanKind.CDI);
    }

    private static class Declared implements MessageListener {
        @Override
        public void onMessage(Message message) {}
    }

    private static final class Inheriting extends Declared {}

    @ApplicationScoped
    private static final class Scoped implements MessageListener {
        @Override
        public void onMessage(Message message) {}
    }
}
