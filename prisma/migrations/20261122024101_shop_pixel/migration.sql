-- CreateTable
CREATE TABLE "shop_pixel" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" TEXT NOT NULL,
    "ga4" TEXT,
    "meta" TEXT,
    "metrica" TEXT,
    "changed_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shop_pixel_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "shop_pixel_shop_id_id_idx" ON "shop_pixel"("shop_id", "id" DESC);

-- Who let which counter look at a shop's visitors is not to be rewritten.
create function shop_pixel_is_kept() returns trigger language plpgsql as E'begin raise exception ''shop_pixel is append-only''\x3b end';
create trigger shop_pixel_is_kept before update or delete on shop_pixel for each row execute function shop_pixel_is_kept();
