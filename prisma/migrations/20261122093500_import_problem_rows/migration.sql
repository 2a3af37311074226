-- What is true of the whole file is told once, with how many rows it is true of.
alter table goods_import_problem add column rows integer not null default 1;
create unique index goods_import_problem_once on goods_import_problem (import_id, code, value) where n = 0;
