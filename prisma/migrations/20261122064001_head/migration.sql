-- As one types, a few goods are enough: what sells best of all has an index of its own, so that two letters do not gather
-- thousands. New goods stand there until the worker has looked.
alter table search_document add column head boolean not null default false;
alter table search_document alter column head set default true;
create index search_document_head on search_document using gin (tsv) with (fastupdate = off) where head;
create index search_document_head_id on search_document (product_id) where head;
