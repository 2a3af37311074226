-- Indexes that the Prisma schema cannot express. Appended to the first migration.
create extension if not exists pg_trgm;

-- Lists: the planner walks one of these for a broad category and takes the GIN for a narrow one.
create index product_popular on product (sold_count desc, seq desc) where status = 'active';
create index product_price on product (price, seq) where status = 'active';
create index product_rating on product (rating desc, rating_count desc, seq desc) where status = 'active';
create index product_new on product (seq desc) where status = 'active';
create index product_category_popular on product (category_id, sold_count desc, seq desc) where status = 'active';
create index product_shop_popular on product (shop_id, sold_count desc, seq desc) where status = 'active';
create index product_category_ids on product using gin (category_ids) where status = 'active';
create index product_attributes on product using gin (attributes jsonb_path_ops) where status = 'active';
create index slug_redirect_product on slug_redirect (product_id);

-- fastupdate off: a write pays at once, no search has to read a pending list.
create index search_document_tsv on search_document using gin (tsv) with (fastupdate = off);
create index search_document_trigram on search_document
  using gin (split_part(text, E'\n', 1) gin_trgm_ops) with (fastupdate = off);

alter table stock_item
  add constraint stock_not_oversold check (reserved >= 0 and reserved <= on_hand) not valid,
  add constraint stock_not_negative check (on_hand >= 0) not valid;
alter table stock_item validate constraint stock_not_oversold, validate constraint stock_not_negative;
-- Hot rows are updated in place.
alter table stock_item set (fillfactor = 70);
