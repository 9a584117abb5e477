-- Orders that shall suffer a duplicate, on purpose. crash is 1 while a consumer is still to die of it.
create table demo_provocation (
    order_id varchar(64) not null primary key,
    cause varchar(20) not null,
    broker varchar(20) not null,
    crash int not null,
    started_at bigint not null
);
create index demo_provocation_started on demo_provocation (started_at);

-- Every message that came for one of them, in milliseconds since 1970.
create table demo_arrival (
    arrival_id varchar(36) not null primary key,
    order_id varchar(64) not null,
    message_id varchar(200) not null,
    hint varchar(200) not null,
    node varchar(100) not null,
    arrived_at bigint not null
);
create index demo_arrival_order on demo_arrival (order_id);

-- What they get without Idem: one for each time.
create table demo_plain_coupon (
    coupon_id varchar(36) not null primary key,
    order_id varchar(64) not null
);
create index demo_plain_coupon_order on demo_plain_coupon (order_id);
