-- What a shop sells by category: counted from its goods that was a walk over all of them, and a large shop's page could not
-- be built. Rows to add up like those of product_tally, apart from them because there are many more.
create table shop_tally (
  shop_id text not null,
  category_id text not null,
  locale text not null,
  n bigint not null
);
insert into shop_tally (shop_id, category_id, locale, n)
  select shop_id, category_id, locale, count(*) from product cross join lateral unnest(locales) l(locale)
   where status = 'active' group by 1, 2, 3;
create index shop_tally_shop on shop_tally (shop_id, locale, category_id) include (n);

-- \x3b is a semicolon, see the init migration.
create or replace function tally_new_products() returns trigger language plpgsql as E'
begin
  insert into product_tally (subject, locale, n)
    select subject, locale, count(*) from made
      cross join lateral (values (category_id), (shop_id)) t(subject) cross join lateral unnest(locales) l(locale)
     where status = ''active'' group by 1, 2\x3b
  insert into shop_tally (shop_id, category_id, locale, n)
    select shop_id, category_id, locale, count(*) from made cross join lateral unnest(locales) l(locale)
     where status = ''active'' group by 1, 2, 3\x3b
  return null\x3b
end';
create or replace function tally_gone_products() returns trigger language plpgsql as E'
begin
  insert into product_tally (subject, locale, n)
    select subject, locale, -count(*) from gone
      cross join lateral (values (category_id), (shop_id)) t(subject) cross join lateral unnest(locales) l(locale)
     where status = ''active'' group by 1, 2\x3b
  insert into shop_tally (shop_id, category_id, locale, n)
    select shop_id, category_id, locale, -count(*) from gone cross join lateral unnest(locales) l(locale)
     where status = ''active'' group by 1, 2, 3\x3b
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
  insert into shop_tally (shop_id, category_id, locale, n)
    select shop_id, category_id, locale, sum(n) from (
      select old.shop_id, old.category_id, locale, -1 as n from unnest(old.locales) l(locale)
       where old.status = ''active''
      union all
      select new.shop_id, new.category_id, locale, 1 from unnest(new.locales) l(locale)
       where new.status = ''active'') moved
     group by 1, 2, 3 having sum(n) <> 0\x3b
  return null\x3b
end';
