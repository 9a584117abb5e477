package dev.idem.demo.payments;

/**
 * What the payment provider wants to hear.
 *
 * @param code 200 when it need not call again
 * @param msg the same in words
 */
public record CallbackAnswer(int code, String msg) {

    static final CallbackAnswer SUCCESS = new CallbackAnswer(200, "success");
}
