package dev.idem.check;

/** The stable ids of deployment mistakes; a number is never used again for something else. */
public enum ProblemId {
    NAME_CLASH(1),
    BAD_NAME(2),
    BAD_KEY_EXPRESSION(3),
    NO_KEY_SOURCE(4),
    SEVERAL_KEY_SOURCES(5),
    BAD_WAIT(6),
    BAD_EXPIRY(7),
    BAD_LEASE(8),
    WRONG_MODE(9),
    BAD_ATTEMPTS(10),
    ACKNOWLEDGED_RESULT(11),
    REJECTING_LISTENER(12),
    NOT_INTERCEPTABLE(13),
    RETRY_INSIDE_TRANSACTION(14),
    ASYNCHRONOUS_RESULT(15),
    NOT_CARRIABLE(16),
    BAD_SKIP_EXPRESSION(17),
    BAD_OVERRIDE(18),
    INTERCEPTOR_NOT_ACTIVE(20),
    INTERCEPTOR_OUTSIDE_RETRY(21),
    OTHER_DATA_SOURCE(22),
    NOT_A_BEAN(23),
    NOT_REBUILDABLE(24),
    OVERLAPPING_EXCEPTIONS(25),
    BAD_ROLE(30),
    EXTERNAL_INSIDE_TRANSACTION(31),
    UNKNOWN_STAGE(32),
    TOKEN_AND_KEY_PARAMETER(35),
    STREAMED_RESPONSE(37),
    SUSPENDED_RESPONSE(38),
    EXPIRES_BEFORE_HORIZON(50),
    BAD_HORIZON(51),
    BAD_CIPHER(57),
    SENSITIVE_KEY(58),
    BAD_RUN_AS(60),
    BAD_CACHE_TIME(61),
    NO_CACHE_LIBRARY(62),
    BAD_CACHE_SIZE(63);

    private final int number;

    ProblemId(int number) {
        this.number = number;
    }

    /** The id as printed, {@code IDEM-nnnn}. */
    public String code() {
        return "IDEM-%04d".formatted(number);
    }
}
