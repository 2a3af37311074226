-- CreateTable
CREATE TABLE "saved_product" (
    "owner" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_product_pkey" PRIMARY KEY ("owner","product_id")
);

-- CreateIndex
CREATE INDEX "saved_product_created_at_idx" ON "saved_product"("created_at");
