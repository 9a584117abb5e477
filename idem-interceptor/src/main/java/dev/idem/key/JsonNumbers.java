package dev.idem.key;

/** One spelling for each number: 1, 1.0, 1e0 and 10e-1 are 1. Linear in the length, whatever the exponent. */
final class JsonNumbers {

    private JsonNumbers() {}

    /**
     * The spelling: the significant digits and, unless it is zero, the power of ten.
     *
     * @param number a number as in RFC 8259
     */
    static String canonical(String number) {
        boolean negative = number.charAt(0) == '-';
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        String mantissa = number.substring(negative ? 1 : 0, e < 0 ? number.length() : e);
        int point = mantissa.indexOf('.');
        String digits = point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
        int first = firstSignificant(digits);
        if (first == digits.length()) {
            return "0";
        }
        int end = lastSignificant(digits) + 1;
        long shift = (long) digits.length() - end - (point < 0 ? 0 : mantissa.length() - point - 1);
        long exponent = Math.addExact(e < 0 ? 0 : Long.parseLong(number.substring(e + 1)), shift);
        return (negative ? "-" : "") + digits.substring(first, end) + (exponent == 0 ? "" : "e" + exponent);
    }

    private static int firstSignificant(String digits) {
        int i = 0;
        while (i < digits.length() && digits.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    private static int lastSignificant(String digits) {
        int i = digits.length() - 1;
        while (digits.charAt(i) == '0') {
            i--;
        }
        return i;
    }
}
