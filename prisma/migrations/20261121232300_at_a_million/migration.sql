-- Goods on sale are counted for each language: what is not written in one is not there for its readers.
alter table product_tally add column locale text;
delete from product_tally;
insert into product_tally (subject, locale, n)
  select subject, locale, count(*) from product
    cross join lateral (values (category_id), (shop_id)) t(subject) cross join lateral unnest(locales) l(locale)
   where status = 'active' group by 1, 2;
alter table product_tally alter column locale set not null;
drop index product_tally_subject;
create index product_tally_subject on product_tally (subject, locale) include (n);

-- \x3b is a semicolon, see the init migration.
create or replace function tally_new_products() returns trigger language plpgsql as E'
begin
  insert into product_tally (subject, locale, n)
    select subject, locale, count(*) from made
      cross join lateral (values (category_id), (shop_id)) t(subject) cross join lateral unnest(locales) l(locale)
     where status = ''active'' group by 1, 2\x3b
  return null\x3b
end';
create or replace function tally_gone_products() returns trigger language plpgsql as E'
begin
  insert into product_tally (subject, locale, n)
    select subject, locale, -count(*) from gone
      cross join lateral (values (category_id), (shop_id)) t(subject) cross join lateral unnest(locales) l(locale)
     where status = ''active'' group by 1, 2\x3b
  return null\x3b
end';
create or replace function tally_moved_product() returns trigger language plpgsql as E'
begin
  insert into product_tally (subject, locale, n)
    select subject, locale, sum(n) from (
      select subject, locale, -1 as n from (values (old.category_id), (old.shop_id)) t(subject),
             unnest(old.locales) l(locale) where old.status = ''active''
      union all
      select subject, locale, 1 from (values (new.category_id), (new.shop_id)) t(subject),
             unnest(new.locales) l(locale) where new.status = ''active'') moved
     group by 1, 2 having sum(n) <> 0\x3b
  return null\x3b
end';
drop trigger product_tally_moved on product;
create trigger product_tally_moved after update of status, category_id, shop_id, title on product for each row
  when ((old.status, old.category_id, old.shop_id, old.locales)
        is distinct from (new.status, new.category_id, new.shop_id, new.locales))
  execute function tally_moved_product();

-- A category and any mixture of filters in it are found in one walk of one index.
drop index product_facets;
drop index product_category_ids;
create index product_facets on product using gin (category_ids, facets) with (fastupdate = off) where status = 'active';

-- What the goods of a large category are like, from a sample that the worker takes: nobody waits for it.
create table category_facets (
  category_id text not null,
  locale text not null,
  counted jsonb not null,
  counted_at timestamptz(3) not null default current_timestamp,
  constraint category_facets_pkey primary key (category_id, locale)
);

-- Every word of the index is known now, so that a beginning is looked up as the words it may become: many times as fast as
-- a prefix. Only words of titles, brands and categories have spellings: a misspelt word is never taken for another.
insert into search_word (word, spellings)
  select word, '{}' from ts_stat('select tsv from search_document')
   where length(word) between 3 and 40 and word !~ '[0-9=#]'
on conflict do nothing;
drop index search_word_trigram;
create index search_word_trigram on search_word using gin (word gin_trgm_ops) with (fastupdate = off)
  where spellings <> '{}';
