alter table product
  -- The brand is one of the attributes: filtered and searched as they are, read by feeds from here.
  add column brand text generated always as (attributes->>'brand') stored,
  add column origin char(2),
  add column video_url text,
  add column slugs jsonb not null default '{}',
  add column review_note text,
  add constraint product_status check (status in ('draft', 'review', 'active', 'paused', 'archived')) not valid;
alter table product validate constraint product_status;

-- A language without a title was not written: the product is not shown in it.
alter table product add column locales text[] not null generated always as (
  array_remove(array[
    case when coalesce(title->>'uz', '') <> '' then 'uz' end,
    case when coalesce(title->>'ru', '') <> '' then 'ru' end,
    case when coalesce(title->>'en', '') <> '' then 'en' end], null)) stored;
create index product_review on product (seq) where status = 'review';

alter table variant add column gtin text;
create index variant_gtin on variant (gtin) where gtin is not null;

-- Every address of a product, now or ever, in any language, belongs to it alone. product_id null: deleted, 410.
create table product_slug (
  slug text primary key,
  product_id text
);
create index product_slug_product on product_slug (product_id);
insert into product_slug (slug, product_id) select slug, id from product;
insert into product_slug (slug, product_id) select slug, product_id from slug_redirect on conflict do nothing;
drop table slug_redirect;

-- Whoever writes a product, by hand or in bulk, claims its addresses with it. \x3b is a semicolon, see the init migration.
create function claim_new_slugs() returns trigger language plpgsql as E'
begin
  insert into product_slug (slug, product_id)
    select slug, id from made union select s.value, m.id from made m, jsonb_each_text(m.slugs) s\x3b
  return null\x3b
end';
create function claim_slugs() returns trigger language plpgsql as E'
begin
  insert into product_slug (slug, product_id)
    select w.slug, new.id from (select new.slug union select value from jsonb_each_text(new.slugs)) w(slug)
     where not exists (select from product_slug o where o.slug = w.slug and o.product_id = new.id)\x3b
  return null\x3b
end';
create trigger product_new_slugs after insert on product referencing new table as made
  for each statement execute function claim_new_slugs();
create trigger product_slugs after update of slug, slugs on product for each row
  when (old.slug is distinct from new.slug or old.slugs is distinct from new.slugs) execute function claim_slugs();

-- Which attributes goods of a category have, and of all below it.
create table category_attribute (
  category_id text not null,
  code text not null,
  required boolean not null default false,
  position integer not null default 0,
  primary key (category_id, code)
);

-- Former addresses of categories lead on for ever.
create table category_slug (
  slug text primary key,
  category_id text not null
);
