package shop;

import java.math.BigDecimal;

public record Order(String id, String item, BigDecimal amount) {}
