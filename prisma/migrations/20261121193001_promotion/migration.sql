-- CreateTable
CREATE TABLE "coupon" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "percent_bp" INTEGER,
    "amount" BIGINT,
    "most" BIGINT,
    "min_total" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL DEFAULT 'UZS',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "limit_total" INTEGER,
    "limit_person" INTEGER,
    "used" INTEGER NOT NULL DEFAULT 0,
    "shop_id" TEXT,
    "category_id" TEXT,
    "segment" TEXT NOT NULL DEFAULT 'everyone',
    "market_bp" INTEGER NOT NULL,
    "campaign" TEXT,
    "status" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coupon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon_person" (
    "coupon_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "coupon_person_pkey" PRIMARY KEY ("coupon_id","person")
);

-- CreateTable
CREATE TABLE "coupon_use" (
    "order_id" TEXT NOT NULL,
    "coupon_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "discount" BIGINT NOT NULL,
    "subsidy" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "coupon_use_pkey" PRIMARY KEY ("order_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "coupon_code_key" ON "coupon"("code");

-- CreateIndex
CREATE INDEX "coupon_shop_id_created_at_idx" ON "coupon"("shop_id", "created_at");

-- CreateIndex
CREATE INDEX "coupon_use_coupon_id_taken_at_idx" ON "coupon_use"("coupon_id", "taken_at");

-- The count may never pass the limit, whoever wrote it.
alter table coupon add constraint coupon_used check (used >= 0 and (limit_total is null or used <= limit_total));
alter table coupon add constraint coupon_terms check (
  (kind = 'percent' and percent_bp between 1 and 10000 and amount is null)
  or (kind = 'fixed' and amount > 0 and percent_bp is null)
  or (kind = 'free-delivery' and amount is null and percent_bp is null));
alter table coupon add constraint coupon_numbers check (
  market_bp between 0 and 10000 and min_total >= 0 and (most is null or most > 0)
  and (limit_total is null or limit_total > 0) and (limit_person is null or limit_person > 0)
  and (ends_at is null or ends_at > starts_at));
-- Nobody pays without having been named: a coupon of all shops is the market's alone.
alter table coupon add constraint coupon_payer check (shop_id is not null or market_bp = 10000);
alter table coupon_person add constraint coupon_person_used check (used >= 0);
alter table coupon_use add constraint coupon_use_parts check (subsidy between 0 and discount);
