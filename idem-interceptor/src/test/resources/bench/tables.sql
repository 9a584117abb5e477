create table effect (id bigint generated always as identity primary key, order_id varchar(64) not null, item varchar(100) not null, amount integer not null);
create table hand_a (idem_key varchar(255) primary key, result text, created_at timestamptz not null default now());
create table hand_b (idem_key varchar(255) primary key, result text, created_at timestamptz not null default now());
create table camel_joined (processorName varchar(255), messageId varchar(100), createdAt timestamp, primary key (processorName, messageId));
create table camel_own (processorName varchar(255), messageId varchar(100), createdAt timestamp, primary key (processorName, messageId));
create table int_metadata_store (metadata_key varchar(255) not null, metadata_value varchar(4000), region varchar(100) not null, constraint int_metadata_store_pk primary key (metadata_key, region));
create table received_messages (consumer_id varchar(1000), message_id varchar(1000), creation_time bigint, published smallint default 0, primary key (consumer_id, message_id));
