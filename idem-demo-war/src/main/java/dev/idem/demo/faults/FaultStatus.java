package dev.idem.demo.faults;

/**
 * What a service suffers.
 *
 * @param service orders, payments, coupons, points or closings
 * @param mode none, fail, hang or halt
 * @param times how often it was ordered
 * @param struck how often it happened so far
 */
public record FaultStatus(String service, String mode, int times, int struck) {}
