-- Optional, and not part of the migrations: idem_record in 16 hash partitions, with the rows it has. When it pays: ../README.md.
-- Run it as a whole, in one transaction (psql -1 -f partitions.sql): calls wait until it is done.
-- Grants are to be given again, as to a new table. PostgreSQL only: the other databases need none.
alter table idem_record rename to idem_record_whole;
create table idem_record (like idem_record_whole) partition by hash (key_hash);
create table idem_record_0 partition of idem_record for values with (modulus 16, remainder 0) with (fillfactor = 80);
create table idem_record_1 partition of idem_record for values with (modulus 16, remainder 1) with (fillfactor = 80);
create table idem_record_2 partition of idem_record for values with (modulus 16, remainder 2) with (fillfactor = 80);
create table idem_record_3 partition of idem_record for values with (modulus 16, remainder 3) with (fillfactor = 80);
create table idem_record_4 partition of idem_record for values with (modulus 16, remainder 4) with (fillfactor = 80);
create table idem_record_5 partition of idem_record for values with (modulus 16, remainder 5) with (fillfactor = 80);
create table idem_record_6 partition of idem_record for values with (modulus 16, remainder 6) with (fillfactor = 80);
create table idem_record_7 partition of idem_record for values with (modulus 16, remainder 7) with (fillfactor = 80);
create table idem_record_8 partition of idem_record for values with (modulus 16, remainder 8) with (fillfactor = 80);
create table idem_record_9 partition of idem_record for values with (modulus 16, remainder 9) with (fillfactor = 80);
create table idem_record_10 partition of idem_record for values with (modulus 16, remainder 10) with (fillfactor = 80);
create table idem_record_11 partition of idem_record for values with (modulus 16, remainder 11) with (fillfactor = 80);
create table idem_record_12 partition of idem_record for values with (modulus 16, remainder 12) with (fillfactor = 80);
create table idem_record_13 partition of idem_record for values with (modulus 16, remainder 13) with (fillfactor = 80);
create table idem_record_14 partition of idem_record for values with (modulus 16, remainder 14) with (fillfactor = 80);
create table idem_record_15 partition of idem_record for values with (modulus 16, remainder 15) with (fillfactor = 80);
insert into idem_record select * from idem_record_whole;
drop table idem_record_whole;
alter table idem_record add constraint idem_record_pk primary key (key_hash);
create index idem_record_expires on idem_record (expires_at);
create index idem_record_state on idem_record (state, changed_at) where state <> 'COMPLETED';
