create table demo_order (
    order_id varchar(64) not null primary key,
    user_id varchar(64) not null,
    amount decimal(12, 2) not null,
    status varchar(20) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index demo_order_user on demo_order (user_id);

-- Payments and coupons have no unique business key on purpose: a double effect would show.
create table demo_payment (
    payment_id varchar(36) not null primary key,
    serial_no varchar(64) not null,
    order_id varchar(64) not null,
    amount decimal(12, 2) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index demo_payment_order on demo_payment (order_id);

create table demo_coupon (
    coupon_id varchar(36) not null primary key,
    order_id varchar(64) not null,
    user_id varchar(64) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index demo_coupon_order on demo_coupon (order_id);
create index demo_coupon_user on demo_coupon (user_id);

create table demo_shipment (
    row_id varchar(36) not null primary key,
    order_id varchar(64) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index demo_shipment_order on demo_shipment (order_id);

create table demo_account (
    account_id varchar(64) not null primary key,
    balance decimal(19, 2) not null,
    entries integer not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- The unique business key of a ledger: without Idem the second transfer is an error.
create table demo_transfer (
    transfer_id varchar(64) not null,
    account_id varchar(64) not null,
    amount decimal(12, 2) not null,
    primary key (transfer_id, account_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table demo_debit (
    row_id varchar(36) not null primary key,
    debit_id varchar(64) not null,
    account_id varchar(64) not null,
    amount decimal(12, 2) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index demo_debit_id on demo_debit (debit_id);

create table demo_stock (
    sku varchar(64) not null primary key,
    stock integer not null,
    row_version bigint not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table demo_deduction (
    row_id varchar(36) not null primary key,
    deduction_id varchar(64) not null,
    sku varchar(64) not null,
    quantity integer not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index demo_deduction_id on demo_deduction (deduction_id);

create table demo_points (
    row_id varchar(36) not null primary key,
    event_id varchar(64) not null,
    user_id varchar(64) not null,
    points integer not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index demo_points_event on demo_points (event_id);
create index demo_points_user on demo_points (user_id);

create table demo_closing (
    row_id varchar(36) not null primary key,
    closed_day varchar(64) not null,
    closed_by varchar(64) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index demo_closing_day on demo_closing (closed_day);

create table demo_customer (
    customer_id varchar(64) not null primary key,
    customer_name varchar(64) not null,
    master_version bigint not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- What the page of techniques has delivered; what came of it is counted in the tables above.
create table demo_delivery (
    row_id varchar(36) not null primary key,
    technique varchar(20) not null,
    trial varchar(32) not null,
    idem varchar(7) not null,
    runs integer not null,
    answer varchar(200) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index demo_delivery_trial on demo_delivery (technique, trial);
