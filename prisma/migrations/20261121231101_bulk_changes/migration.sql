-- CreateTable
CREATE TABLE "goods_filter" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "goods_filter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_change" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "wish" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_change_row" (
    "change_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "product_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "refusal" JSONB,
    "undone" JSONB,

    CONSTRAINT "bulk_change_row_pkey" PRIMARY KEY ("change_id","n")
);

-- CreateIndex
CREATE UNIQUE INDEX "goods_filter_user_id_shop_id_name_key" ON "goods_filter"("user_id", "shop_id", "name");

-- CreateIndex
CREATE INDEX "bulk_change_shop_id_made_by_created_at_idx" ON "bulk_change"("shop_id", "made_by", "created_at" DESC);
