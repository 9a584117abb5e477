create table demo_order (
    order_id varchar(64) not null primary key,
    user_id varchar(64) not null,
    amount decimal(12, 2) not null,
    status varchar(20) not null
);
create index demo_order_user on demo_order (user_id);

-- Payments and coupons have no unique business key on purpose: a double effect would show.
create table demo_payment (
    payment_id varchar(36) not null primary key,
    serial_no varchar(64) not null,
    order_id varchar(64) not null,
    amount decimal(12, 2) not null
);
create index demo_payment_order on demo_payment (order_id);

create table demo_coupon (
    coupon_id varchar(36) not null primary key,
    order_id varchar(64) not null,
    user_id varchar(64) not null
);
create index demo_coupon_order on demo_coupon (order_id);
create index demo_coupon_user on demo_coupon (user_id);
