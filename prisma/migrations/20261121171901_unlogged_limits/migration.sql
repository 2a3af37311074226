-- Counters of a minute: not worth a wait for the disk at every call. A crash empties the table and every window begins anew.
alter table rate_limit set unlogged;
