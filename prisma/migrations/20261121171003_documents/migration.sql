-- CreateTable
CREATE TABLE "document" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "shop_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "parcel_id" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "data" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_series" (
    "series" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "document_series_pkey" PRIMARY KEY ("series")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_kind_ref_key" ON "document"("kind", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "document_series_number_key" ON "document"("series", "number");

-- CreateIndex
CREATE INDEX "document_order_id_idx" ON "document"("order_id");

-- CreateIndex
CREATE INDEX "document_shop_id_issued_at_id_idx" ON "document"("shop_id", "issued_at" DESC, "id");

alter table document
  add constraint document_kind check (kind in ('receipt', 'act', 'refund-receipt', 'refund-act')),
  add constraint document_number check (number > 0);
create trigger document_append_only before update or delete or truncate on document
  for each statement execute function refuse_change();
