-- One document for each product, in all its languages: a third of the rows, and a word that two languages share is kept
-- once. The old ones are joined here, so that searches go on until the worker has made them anew.
alter table search_document rename to search_document_before;
alter table search_document_before rename constraint search_document_pkey to search_document_before_pkey;
drop index search_document_tsv;
create table search_document (
  product_id text not null,
  title text not null,
  digest text not null,
  tsv tsvector not null,
  constraint search_document_pkey primary key (product_id)
);
-- Up to half a page stays in the row: ranking reads a thousand of them, and unpacking each is dearer than the room.
alter table search_document set (toast_tuple_target = 4080);
insert into search_document (product_id, title, digest, tsv)
  select p.product_id, '', '', coalesce(u.tsv, '') || coalesce(r.tsv, '') || coalesce(e.tsv, '')
    from (select distinct product_id from search_document_before) p
    left join search_document_before u on u.product_id = p.product_id and u.locale = 'uz'
    left join search_document_before r on r.product_id = p.product_id and r.locale = 'ru'
    left join search_document_before e on e.product_id = p.product_id and e.locale = 'en';
drop table search_document_before;
create index search_document_tsv on search_document using gin (tsv) with (fastupdate = off);
update search_state set version = 3 where not exists (select from search_document);

-- What a product can be filtered by, its variants' options among it: one index answers any mixture of filters.
alter table product add column facets text[] not null default '{}';
update product p set facets = array(
  select distinct f.key from (
    select a.key || '=' || (a.value #>> '{}') from jsonb_each(p.attributes) a where jsonb_typeof(a.value) <> 'array'
    union
    select a.key || '=' || x.value from jsonb_each(p.attributes) a,
      jsonb_array_elements_text(case when jsonb_typeof(a.value) = 'array' then a.value else '[]' end) x(value)
    union
    select o.key || '=' || o.value from variant v, jsonb_each_text(v.options) o where v.product_id = p.id) f(key)
   where length(f.key) <= 100 order by 1);
create index product_facets on product using gin (facets) with (fastupdate = off) where status = 'active';
drop index product_attributes;

create index product_category_price on product (category_id, price, seq) where status = 'active';

-- How many goods on sale a category (itself, not what is below it) or a shop has: rows to add up. A change adds a row, so
-- that no two sellers wait for each other, and the worker folds them.
create table product_tally (
  subject text not null,
  n bigint not null
);
create index product_tally_subject on product_tally (subject) include (n);
insert into product_tally
  select subject, count(*) from product cross join lateral (values (category_id), (shop_id)) t(subject)
   where status = 'active' group by subject;

-- \x3b is a semicolon, see the init migration.
create function tally_new_products() returns trigger language plpgsql as E'
begin
  insert into product_tally
    select subject, count(*) from made cross join lateral (values (category_id), (shop_id)) t(subject)
     where status = ''active'' group by subject\x3b
  return null\x3b
end';
create function tally_gone_products() returns trigger language plpgsql as E'
begin
  insert into product_tally
    select subject, -count(*) from gone cross join lateral (values (category_id), (shop_id)) t(subject)
     where status = ''active'' group by subject\x3b
  return null\x3b
end';
create function tally_moved_product() returns trigger language plpgsql as E'
begin
  insert into product_tally
    select subject, sum(n) from (values
      (old.category_id, -(old.status = ''active'')::int), (old.shop_id, -(old.status = ''active'')::int),
      (new.category_id, (new.status = ''active'')::int), (new.shop_id, (new.status = ''active'')::int)) t(subject, n)
     group by subject having sum(n) <> 0\x3b
  return null\x3b
end';
create trigger product_tally_new after insert on product referencing new table as made
  for each statement execute function tally_new_products();
create trigger product_tally_gone after delete on product referencing old table as gone
  for each statement execute function tally_gone_products();
create trigger product_tally_moved after update of status, category_id, shop_id on product for each row
  when ((old.status, old.category_id, old.shop_id) is distinct from (new.status, new.category_id, new.shop_id))
  execute function tally_moved_product();
