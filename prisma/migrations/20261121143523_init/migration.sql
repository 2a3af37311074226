-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "role" TEXT NOT NULL DEFAULT 'buyer',
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "user_agent" TEXT,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "address" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "region" INTEGER NOT NULL,
    "district" INTEGER NOT NULL,
    "street" TEXT NOT NULL,
    "landmark" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "order_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_item" (
    "id" TEXT NOT NULL,
    "cart_id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" TEXT NOT NULL,
    "parent_id" TEXT,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "path" TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "image" TEXT,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribute" (
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "type" TEXT NOT NULL,
    "unit" TEXT,
    "filterable" BOOLEAN NOT NULL DEFAULT false,
    "options" JSONB NOT NULL DEFAULT '{}',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "attribute_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "product" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "shop_id" TEXT NOT NULL,
    "category_id" TEXT NOT NULL,
    "category_ids" TEXT[],
    "slug" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "images" JSONB NOT NULL DEFAULT '[]',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "currency" CHAR(3) NOT NULL DEFAULT 'UZS',
    "price" BIGINT NOT NULL DEFAULT 0,
    "compare_at" BIGINT,
    "in_stock" BOOLEAN NOT NULL DEFAULT false,
    "rating" INTEGER NOT NULL DEFAULT 0,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "sold_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variant" (
    "id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "price" BIGINT NOT NULL,
    "compare_at" BIGINT,
    "currency" CHAR(3) NOT NULL DEFAULT 'UZS',
    "position" INTEGER NOT NULL DEFAULT 0,
    "ikpu" TEXT,
    "image" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_item" (
    "variant_id" TEXT NOT NULL,
    "on_hand" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stock_item_pkey" PRIMARY KEY ("variant_id")
);

-- CreateTable
CREATE TABLE "slug_redirect" (
    "slug" TEXT NOT NULL,
    "product_id" TEXT,

    CONSTRAINT "slug_redirect_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "search_document" (
    "product_id" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "tsv" tsvector NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("product_id","locale")
);

-- CreateTable
CREATE TABLE "review" (
    "id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "stream_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "meta" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "position" BIGSERIAL NOT NULL,
    "tx_id" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "event_pkey" PRIMARY KEY ("stream_id","version")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "name" TEXT NOT NULL,
    "tx_id" BIGINT NOT NULL DEFAULT 0,
    "position" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "idempotency" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "status" INTEGER,
    "response" JSONB,
    "locked_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "slot" BIGINT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key","slot")
);

-- CreateTable
CREATE TABLE "order_view" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "buyer_id" TEXT,
    "cart_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "items_total" BIGINT NOT NULL,
    "discount_total" BIGINT NOT NULL DEFAULT 0,
    "delivery_total" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,
    "paid_total" BIGINT NOT NULL DEFAULT 0,
    "refunded_total" BIGINT NOT NULL DEFAULT 0,
    "provider" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parcel_view" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "released" BOOLEAN NOT NULL DEFAULT false,
    "method" TEXT NOT NULL,
    "items_total" BIGINT NOT NULL,
    "delivery" BIGINT NOT NULL,
    "discount" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT NOT NULL,
    "commission" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "carrier" TEXT,
    "tracking" TEXT,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parcel_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parcel_line_view" (
    "id" TEXT NOT NULL,
    "parcel_id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "image" TEXT,
    "quantity" INTEGER NOT NULL,
    "price" BIGINT NOT NULL,
    "discount" BIGINT NOT NULL DEFAULT 0,
    "commission_bp" INTEGER NOT NULL,
    "commission" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "parcel_line_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_contact" (
    "order_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT,
    "region" INTEGER,
    "district" INTEGER,
    "street" TEXT,
    "landmark" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'uz',
    "access_token_hash" TEXT NOT NULL,

    CONSTRAINT "order_contact_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "reservation" (
    "order_id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'held',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("order_id","variant_id")
);

-- CreateTable
CREATE TABLE "payment_view" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "captured" BIGINT NOT NULL DEFAULT 0,
    "refunded" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL,
    "provider_ref" TEXT,
    "url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payme_transaction" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "payment_id" TEXT NOT NULL,
    "time" BIGINT NOT NULL,
    "amount" BIGINT NOT NULL,
    "account" JSONB NOT NULL,
    "state" INTEGER NOT NULL,
    "reason" INTEGER,
    "create_time" BIGINT NOT NULL,
    "perform_time" BIGINT NOT NULL DEFAULT 0,
    "cancel_time" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "payme_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_event" (
    "provider" TEXT NOT NULL,
    "event_key" TEXT NOT NULL,
    "payload_sha256" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_event_pkey" PRIMARY KEY ("provider","event_key")
);

-- CreateTable
CREATE TABLE "shop" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "trusted" BOOLEAN NOT NULL DEFAULT false,
    "rating" INTEGER NOT NULL DEFAULT 0,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "on_time" INTEGER NOT NULL DEFAULT 0,
    "region_code" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    "courier_fee" BIGINT NOT NULL DEFAULT 1500000,
    "post_fee" BIGINT NOT NULL DEFAULT 2500000,
    "free_from" BIGINT,
    "handling_days" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop_member" (
    "user_id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'owner',

    CONSTRAINT "shop_member_pkey" PRIMARY KEY ("user_id","shop_id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commission_rule" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT,
    "bp" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commission_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_phone_key" ON "user"("phone");

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- CreateIndex
CREATE INDEX "address_user_id_created_at_idx" ON "address"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "cart_token_hash_key" ON "cart"("token_hash");

-- CreateIndex
CREATE INDEX "cart_user_id_status_idx" ON "cart"("user_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "cart_item_cart_id_variant_id_key" ON "cart_item"("cart_id", "variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "category_slug_key" ON "category"("slug");

-- CreateIndex
CREATE INDEX "category_parent_id_position_idx" ON "category"("parent_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "product_seq_key" ON "product"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE INDEX "product_shop_id_seq_idx" ON "product"("shop_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "variant_sku_key" ON "variant"("sku");

-- CreateIndex
CREATE INDEX "variant_product_id_position_idx" ON "variant"("product_id", "position");

-- CreateIndex
CREATE INDEX "review_product_id_created_at_id_idx" ON "review"("product_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "event_feed" ON "event"("tx_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "order_view_number_key" ON "order_view"("number");

-- CreateIndex
CREATE UNIQUE INDEX "order_view_cart_id_key" ON "order_view"("cart_id");

-- CreateIndex
CREATE INDEX "order_view_buyer_id_placed_at_idx" ON "order_view"("buyer_id", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "parcel_view_order_id_idx" ON "parcel_view"("order_id");

-- CreateIndex
CREATE INDEX "parcel_view_shop_id_status_placed_at_id_idx" ON "parcel_view"("shop_id", "status", "placed_at" DESC, "id");

-- CreateIndex
CREATE INDEX "parcel_line_view_parcel_id_idx" ON "parcel_line_view"("parcel_id");

-- CreateIndex
CREATE INDEX "order_contact_phone_idx" ON "order_contact"("phone");

-- CreateIndex
CREATE INDEX "reservation_variant_id_state_idx" ON "reservation"("variant_id", "state");

-- CreateIndex
CREATE INDEX "payment_view_order_id_idx" ON "payment_view"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_view_provider_provider_ref_key" ON "payment_view"("provider", "provider_ref");

-- CreateIndex
CREATE INDEX "payme_transaction_order_id_idx" ON "payme_transaction"("order_id");

-- CreateIndex
CREATE INDEX "payme_transaction_time_idx" ON "payme_transaction"("time");

-- CreateIndex
CREATE UNIQUE INDEX "shop_slug_key" ON "shop"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "api_key_shop_id_idx" ON "api_key"("shop_id");

-- CreateIndex
CREATE INDEX "commission_rule_shop_id_valid_from_idx" ON "commission_rule"("shop_id", "valid_from" DESC);

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

-- The log is append only, for everyone. \x3b is a semicolon: the schema engine would split the statement at a real one.
create function refuse_change() returns trigger language plpgsql as E'
begin
  raise exception ''% is append only'', tg_table_name using errcode = ''42501''\x3b
end';
create trigger event_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();

alter table cart_item add constraint cart_item_quantity check (quantity between 1 and 999);
alter table variant add constraint variant_price check (price > 0);
alter table checkpoint set (fillfactor = 50);

-- Orders, money and holds.
alter table reservation
  add constraint reservation_quantity check (quantity > 0),
  add constraint reservation_state check (state in ('held', 'consumed', 'released'));
-- The sweep of expired holds walks only what is held.
create index reservation_expiry on reservation (expires_at) where state = 'held';

alter table cart add constraint cart_status check (status in ('open', 'ordered', 'merged'));
-- A signed-in buyer has one open cart, whatever two tabs do at once.
create unique index cart_open_of_user on cart (user_id) where status = 'open' and user_id is not null;

alter table order_view
  add constraint order_status check (status in ('placed', 'paid', 'cancelled', 'completed')),
  add constraint order_adds_up check (total = items_total - discount_total + delivery_total and total >= 0),
  add constraint order_refunds check (refunded_total >= 0 and refunded_total <= paid_total);
alter table parcel_view
  add constraint parcel_adds_up check (total = items_total - discount + delivery and total >= 0);
alter table parcel_line_view
  add constraint parcel_line_quantity check (quantity > 0),
  add constraint parcel_line_price check (price >= 0 and discount >= 0);

alter table payment_view
  add constraint payment_amount check (amount > 0),
  add constraint payment_captured check (captured >= 0 and captured <= amount),
  add constraint payment_refunded check (refunded >= 0 and refunded <= captured);
-- One capture satisfies the order, more money is recorded as captured_excess and goes back.
create unique index payment_one_capture on payment_view (order_id) where status = 'captured';

alter table payme_transaction add constraint payme_state check (state in (1, 2, -1, -2));
-- One living transaction an order: the second one is told that it is busy.
create unique index payme_one_living on payme_transaction (order_id) where state in (1, 2);
