-- What a variant costs: `price` stays the price in force. While a list is in force, the shop's own price waits beside it.
alter table variant
  add column regular_price bigint,
  add column regular_compare_at bigint,
  add column reference bigint,
  add column min_order integer not null default 1,
  add column multiple integer not null default 1,
  add column tiers jsonb,
  add column bundle boolean not null default false,
  add constraint variant_regular_price check (regular_price > 0),
  add constraint variant_quantities check (min_order between 1 and 999 and multiple between 1 and 999);

-- One row a change. A price that never changed needs none: it is as old as the variant.
create table price_history (
  id bigserial primary key,
  variant_id text not null,
  was bigint not null,
  price bigint not null,
  since timestamptz(3) not null default current_timestamp
);
create index price_history_variant_id_since_idx on price_history (variant_id, since);

-- What was struck through before there was a history is taken at its word once.
insert into price_history (variant_id, was, price) select id, compare_at, price from variant where compare_at > price;
update variant set reference = compare_at where compare_at > price;

create trigger price_history_append_only before update or delete or truncate on price_history
  for each statement execute function refuse_change();

-- Whoever changes a price, by form, by file, by list or by hand, writes its history with it. \x3b is a semicolon.
create function note_price() returns trigger language plpgsql as E'
begin
  insert into price_history (variant_id, was, price) values (new.id, old.price, new.price)\x3b
  return null\x3b
end';
create trigger variant_price_history after update of price on variant for each row
  when (old.price <> new.price) execute function note_price();

create table price_list (
  id text primary key,
  shop_id text not null,
  name text not null,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3),
  state text not null default 'planned',
  created_by text not null,
  created_at timestamptz(3) not null default current_timestamp,
  constraint price_list_state check (state in ('planned', 'running', 'ended')),
  constraint price_list_times check (valid_to >= valid_from)
);
create index price_list_shop_id_valid_from_idx on price_list (shop_id, valid_from desc, id);
-- The sweep walks only what may still begin or end.
create index price_list_open on price_list (valid_from) where state <> 'ended';

create table price_entry (
  list_id text not null,
  variant_id text not null,
  price bigint not null,
  compare_at bigint,
  primary key (list_id, variant_id),
  constraint price_entry_price check (price > 0)
);
create index price_entry_variant_id_idx on price_entry (variant_id);

-- What a bundle consists of. Its stock is that of its parts.
create table bundle_part (
  bundle_id text not null,
  part_id text not null,
  quantity integer not null,
  position integer not null default 0,
  primary key (bundle_id, part_id),
  constraint bundle_part_quantity check (quantity between 1 and 999),
  constraint bundle_part_other check (bundle_id <> part_id)
);
create index bundle_part_part_id_idx on bundle_part (part_id);

-- What a sold line consisted of: [{"variantId", "quantity", ...}] of one piece, or null.
alter table parcel_line_view add column parts jsonb;
