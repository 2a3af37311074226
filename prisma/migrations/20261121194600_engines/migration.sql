-- What engines read is cut into files by ranges of seq that never move (lib/catalog/queries/ranges.ts): when anything in
-- a range changed last, of sitemaps and feeds alike, without reading a row.
create index product_range_changed on product ((seq / 12500), updated_at desc);

-- Addresses to be announced to engines, each at most once in ten minutes.
create table indexnow_address (
  path text primary key,
  changed_at timestamptz(3),
  batch text,
  sent_at timestamptz(3)
);
create index indexnow_waiting on indexnow_address (sent_at nulls first) where changed_at is not null and batch is null;
create index indexnow_batch on indexnow_address (batch) where batch is not null;
