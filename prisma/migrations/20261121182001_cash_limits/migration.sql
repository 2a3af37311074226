-- CreateTable
CREATE TABLE "cash_limit" (
    "region" INTEGER NOT NULL,
    "allowed" BOOLEAN NOT NULL DEFAULT true,
    "most" BIGINT NOT NULL,
    "most_first" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cash_limit_pkey" PRIMARY KEY ("region")
);

-- DropIndex
DROP INDEX "order_contact_phone_idx";

-- CreateIndex
CREATE INDEX "order_contact_phone_order_id_idx" ON "order_contact"("phone", "order_id" DESC);

alter table cash_limit add constraint cash_limit_amounts check (most_first >= 0 and most_first <= most);

-- Region 0 is everywhere that has no row of its own. 50 and 20 million soʻm.
insert into cash_limit (region, most, most_first) values (0, 5000000000, 2000000000);
