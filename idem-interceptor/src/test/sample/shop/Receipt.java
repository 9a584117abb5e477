package shop;

public record Receipt(String orderId, int number) {}
