package dev.idem.admin.edit;

/**
 * Something in edited arguments that the method does not take.
 *
 * @param place the parameter and the way to the value, such as {@code order/lines/0/quantity};
 *     {@code arguments} for all of them, "" for what is not about them
 * @param text what is wrong with it
 */
public record Fault(String place, String text) {}
