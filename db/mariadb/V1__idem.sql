-- Idem, MariaDB 10.11 and newer. Times are UTC by the database clock (utc_timestamp). Tables, columns and indexes stand
-- in the same order in every vendor's script.

-- One row for each (application, operation, scope, key); key_hash is the SHA-256 digest over the four.
create table idem_record (
    key_hash           binary(32)   not null,
    application        varchar(128) not null,
    operation          varchar(255) not null,
    scope              varchar(255) not null,
    idem_key           varchar(255) not null,
    state              varchar(20)  not null,
    attempt_id         uuid         not null,
    fingerprint        binary(32),
    edited_fingerprint binary(32),
    arguments          longtext,
    result             longtext,
    owner              varchar(255),
    epoch              int          not null,
    lease_until        datetime(6),
    created_at         datetime(6)  not null,
    changed_at         datetime(6)  not null,
    expires_at         datetime(6)  not null,
    primary key (key_hash)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index idem_record_expires on idem_record (expires_at);
create index idem_record_state on idem_record (state, changed_at);

-- Failed attempts: append-only, no foreign key, so that keeping one never waits for the record. cause_hash is the same for
-- attempts that failed by the same cause: class, message without numbers and names, first frame of the application.
create table idem_attempt (
    id          bigint        not null auto_increment,
    key_hash    binary(32)    not null,
    application varchar(128)  not null,
    operation   varchar(255)  not null,
    attempt_id  uuid          not null,
    failed_at   datetime(6)   not null,
    expires_at  datetime(6)   not null,
    counted     boolean       not null,
    exception   varchar(255)  not null,
    message     varchar(1000) not null,
    trace       longtext      not null,
    frame       varchar(255)  not null,
    cause_hash  binary(32)    not null,
    node        varchar(255)  not null,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index idem_attempt_key on idem_attempt (key_hash, failed_at);
create index idem_attempt_expires on idem_attempt (expires_at);

-- One-time keys handed out by the server. The token itself is not kept, only its digest; public_id names it to people.
-- Consumed by one update where used_at and revoked_at are null and expires_at is to come; key_hash is the record of the
-- one call it is for. A row is of no use once expires_at has passed: its call is answered by the record, or refused.
create table idem_token (
    token_hash    binary(32)   not null,
    public_id     varchar(40)  not null,
    application   varchar(128) not null,
    operation     varchar(255) not null,
    scope         varchar(255) not null,
    purpose       varchar(100) not null,
    subject       varchar(255) not null,
    issued_by     varchar(255) not null,
    issued_at     datetime(6)  not null,
    expires_at    datetime(6)  not null,
    used_at       datetime(6),
    used_by       varchar(255),
    key_hash      binary(32)   not null,
    revoked_at    datetime(6),
    revoked_by    varchar(255),
    late_attempts int          not null,
    primary key (token_hash)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create unique index idem_token_public on idem_token (public_id);
create index idem_token_subject on idem_token (subject, purpose, issued_at);
create index idem_token_expires on idem_token (expires_at);
-- The list that operators see, the newest first.
create index idem_token_issued on idem_token (issued_at, key_hash);

-- The catalogue: what is deployed, with the settings in force and the schema of the arguments, both as JSON.
create table idem_operation (
    application     varchar(128)  not null,
    operation       varchar(255)  not null,
    class_name      varchar(255)  not null,
    method_name     varchar(255)  not null,
    parameter_types varchar(2000) not null,
    operation_mode  varchar(20)   not null,
    settings        longtext      not null,
    argument_schema longtext,
    replayable      boolean       not null,
    not_replayable  varchar(500),
    app_version     varchar(100),
    node            varchar(255)  not null,
    first_seen_at   datetime(6)   not null,
    last_seen_at    datetime(6)   not null,
    primary key (application, operation)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index idem_operation_seen on idem_operation (last_seen_at);

-- What operators asked for. REPLAY, DRY_RUN, PROBE and CONFIRM are done by a node of the application: REQUESTED, RUNNING,
-- DONE; DISMISS, RESTORE, RELEASE, EXPIRE and EXTEND are DONE at once. Items of a run wait as PLANNED; record_epoch is the
-- version of the record the operator saw. active_key is key_hash while a replay or a confirmation is not DONE and null
-- afterwards, so that one key has one at a time. action_token makes a double click one request.
create table idem_request (
    id                 bigint        not null auto_increment,
    action_token       varchar(64)   not null,
    kind               varchar(20)   not null,
    state              varchar(20)   not null,
    run_id             bigint,
    key_hash           binary(32)    not null,
    active_key         binary(32),
    application        varchar(128)  not null,
    operation          varchar(255)  not null,
    record_epoch       int           not null,
    edited_arguments   longtext,
    edited_fingerprint binary(32),
    confirmed_result   longtext,
    reason             varchar(1000),
    requested_by       varchar(255)  not null,
    requested_at       datetime(6)   not null,
    not_before         datetime(6)   not null,
    owner              varchar(255),
    epoch              int           not null,
    lease_until        datetime(6),
    started_at         datetime(6),
    finished_at        datetime(6),
    outcome            varchar(30),
    detail             longtext,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create unique index idem_request_action on idem_request (action_token);
create unique index idem_request_active on idem_request (active_key);
create index idem_request_key on idem_request (key_hash, id);
create index idem_request_run on idem_request (run_id, id);
-- What the purge looks for: null until it is done.
create index idem_request_finished on idem_request (finished_at);
-- What a worker looks for.
create index idem_request_due on idem_request (state, not_before);

-- Bulk: a frozen snapshot of records, whose items are rows of idem_request, run at a rate, in steps and under a stop rule:
-- DRAFT, RUNNING, PAUSED, STOPPED, CANCELLING, CANCELLED, DONE. What became of the items is counted when it is over; next_at
-- is when the next item may begin, changed_at when it was last started, paused, resumed, cancelled or stopped.
create table idem_run (
    id              bigint        not null auto_increment,
    action_token    varchar(64)   not null,
    kind            varchar(20)   not null,
    state           varchar(20)   not null,
    selection       longtext      not null,
    selection_hash  binary(32)    not null,
    snapshot_hash   binary(32)    not null,
    total           int           not null,
    succeeded       int           not null,
    deduplicated    int           not null,
    failed          int           not null,
    skipped         int           not null,
    rate_per_second int           not null,
    ramp            varchar(100)  not null,
    stop_percent    int           not null,
    one_by_one      boolean       not null,
    include_unknown boolean       not null,
    protection      varchar(40),
    reason          varchar(1000) not null,
    created_by      varchar(255)  not null,
    created_at      datetime(6)   not null,
    next_at         datetime(6)   not null,
    started_at      datetime(6),
    finished_at     datetime(6),
    started_by      varchar(255),
    changed_by      varchar(255),
    changed_at      datetime(6)   not null,
    stopped_because varchar(1000),
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create unique index idem_run_action on idem_run (action_token);
create index idem_run_state on idem_run (state, id);
-- What the purge looks for: null until it is over.
create index idem_run_finished on idem_run (finished_at);

-- What operators wrote down about a cause; it stays when its calls are done. cause_id is a digest of the three that name it.
create table idem_cause (
    cause_id    binary(32)    not null,
    application varchar(128)  not null,
    operation   varchar(255)  not null,
    cause       varchar(64)   not null,
    owner       varchar(255)  not null,
    ticket      varchar(500)  not null,
    note        varchar(2000) not null,
    version     integer       not null,
    changed_by  varchar(255)  not null,
    changed_at  datetime(6)   not null,
    constraint idem_cause_pk primary key (cause_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- How calls ended, for operators: minute by minute, counted from 1970, one row for each node and kind. Kept for 31 days.
create table idem_figure (
    minute_at   bigint       not null,
    application varchar(128) not null,
    node        varchar(255) not null,
    kind        varchar(20)  not null,
    figure      bigint       not null,
    constraint idem_figure_pk primary key (minute_at, application, node, kind)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Messages written in the business transaction and sent by the relay afterwards, at least once, in the order of id
-- within an ordering_key. message_id is derived from the record's key, so that a consumer can tell a repetition.
create table idem_outbox (
    id           bigint        not null auto_increment,
    message_id   varchar(100)  not null,
    application  varchar(128)  not null,
    key_hash     binary(32),
    sender       varchar(100)  not null,
    destination  varchar(255)  not null,
    ordering_key varchar(255),
    content_type varchar(100)  not null,
    headers      longtext,
    payload      longtext      not null,
    state        varchar(20)   not null,
    attempts     int           not null,
    due_at       datetime(6)   not null,
    owner        varchar(255),
    epoch        int           not null,
    lease_until  datetime(6),
    last_error   varchar(1000),
    created_at   datetime(6)   not null,
    sent_at      datetime(6),
    expires_at   datetime(6)   not null,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create unique index idem_outbox_message on idem_outbox (message_id);
create index idem_outbox_due on idem_outbox (state, application, sender, id);
create index idem_outbox_order on idem_outbox (ordering_key, id);
create index idem_outbox_expires on idem_outbox (expires_at);

-- A key that came again with other arguments, kept before the caller gets its refusal.
create table idem_conflict (
    id                 bigint        not null auto_increment,
    key_hash           binary(32)    not null,
    application        varchar(128)  not null,
    operation          varchar(255)  not null,
    record_fingerprint binary(32)    not null,
    fingerprint        binary(32)    not null,
    arguments          longtext,
    source             varchar(20)   not null,
    message_id         varchar(255),
    caller             varchar(255),
    trace_id           varchar(64),
    node               varchar(255)  not null,
    occurred_at        datetime(6)   not null,
    expires_at         datetime(6)   not null,
    resolved_at        datetime(6),
    resolved_by        varchar(255),
    note               varchar(1000),
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index idem_conflict_key on idem_conflict (key_hash, occurred_at);
create index idem_conflict_occurred on idem_conflict (occurred_at);
create index idem_conflict_expires on idem_conflict (expires_at);

-- Who did what and why. Append-only; entry_hash covers the row and previous_hash, which is unique, so that the chain
-- cannot fork.
create table idem_audit (
    id             bigint        not null auto_increment,
    occurred_at    datetime(6)   not null,
    operation_id   varchar(64)   not null,
    actor          varchar(255)  not null,
    actor_type     varchar(20)   not null,
    actor_roles    varchar(255)  not null,
    remote_address varchar(64),
    verb           varchar(50)   not null,
    object_type    varchar(50)   not null,
    object_id      varchar(255)  not null,
    application    varchar(128),
    operation      varchar(255),
    key_hash       binary(32),
    reason         varchar(1000),
    before_text    longtext,
    after_text     longtext,
    outcome        varchar(20)   not null,
    detail         varchar(1000),
    previous_hash  binary(32)    not null,
    entry_hash     binary(32)    not null,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create unique index idem_audit_chain on idem_audit (previous_hash);
create index idem_audit_occurred on idem_audit (occurred_at);
create index idem_audit_actor on idem_audit (actor, id);
create index idem_audit_object on idem_audit (object_id, id);
create index idem_audit_key on idem_audit (key_hash, id);
create index idem_audit_operation on idem_audit (operation_id);
-- The first entry, which follows on nothing. Appenders lock it, so that they come one after the other.
insert into idem_audit (occurred_at, operation_id, actor, actor_type, actor_roles, verb, object_type, object_id, outcome,
    previous_hash, entry_hash)
values ('2026-01-01 00:00:00', 'open', 'idem', 'SYSTEM', '', 'OPEN_TRAIL', 'AUDIT', 'idem_audit', 'SUCCEEDED',
    x'0000000000000000000000000000000000000000000000000000000000000000',
    x'e165fdece14b3a491703b6dc86375a69d1d248510d84c74317ae7fbfd05f41f1');

-- Users of the console's own login.
create table idem_admin_user (
    user_name     varchar(100) not null,
    password_hash varchar(500) not null,
    roles         varchar(255) not null,
    must_change   boolean      not null,
    disabled      boolean      not null,
    failed_logins int          not null,
    locked_until  datetime(6),
    preferences   longtext,
    created_at    datetime(6)  not null,
    changed_at    datetime(6)  not null,
    last_login_at datetime(6),
    epoch         int          not null,
    primary key (user_name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Calls of the console's API under the keys that callers gave them, so that each is done once.
create table idem_api_call (
    call_hash    binary(32)   not null,
    request_hash binary(32)   not null,
    status       int,
    location     varchar(255),
    body         longtext,
    expires_at   datetime(6)  not null,
    primary key (call_hash)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index idem_api_call_expires on idem_api_call (expires_at);

-- Alerts of the console that hold or held, each with the message about its last change.
create table idem_alert (
    alert_id     binary(32)     not null,
    rule_name    varchar(40)    not null,
    subject      varchar(64)    not null,
    application  varchar(128),
    operation    varchar(255),
    figure       bigint         not null,
    threshold    bigint         not null,
    raised       boolean        not null,
    changed_at   datetime(6)    not null,
    message_id   varchar(36)    not null,
    attempts     int            not null,
    delivered_at datetime(6),
    next_at      datetime(6)    not null,
    last_error   varchar(500),
    primary key (alert_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index idem_alert_message on idem_alert (message_id);

-- What an operator writes for an edit and has not sent: the arguments as they shall be, without the hidden values among them.
-- draft_hash is a digest of operator and record, record_epoch the version of the record that it was begun on.
create table idem_draft (
    draft_hash   binary(32)   not null,
    key_hash     binary(32)   not null,
    user_name    varchar(255) not null,
    record_epoch int          not null,
    arguments    longtext     not null,
    saved_at     datetime(6)  not null,
    expires_at   datetime(6)  not null,
    primary key (draft_hash)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index idem_draft_key on idem_draft (key_hash);
create index idem_draft_expires on idem_draft (expires_at);

-- Filters of lists that operators named: their own, and those they share with all.
create table idem_view (
    id         bigint        not null auto_increment,
    place      varchar(20)   not null,
    owner      varchar(255)  not null,
    view_name  varchar(100)  not null,
    view_query varchar(2000) not null,
    shared     boolean       not null,
    created_at datetime(6)   not null,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create unique index idem_view_name on idem_view (owner, place, view_name);
create index idem_view_shared on idem_view (shared, place);

-- Records that an edit made under a key of its own, and the call that was edited: its record and its key. A row outlives the
-- record that was made, so that the same edit never runs twice. edit_hash is a digest of the edited record and the arguments.
create table idem_derived (
    key_hash    binary(32)   not null,
    idem_key    varchar(255) not null,
    origin_hash binary(32)   not null,
    origin_key  varchar(255) not null,
    edit_hash   binary(32)   not null,
    created_at  datetime(6)  not null,
    primary key (key_hash)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create unique index idem_derived_edit on idem_derived (origin_hash, edit_hash);
