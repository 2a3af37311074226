ALTER TABLE "payment_finding" ADD COLUMN "seen_at" TIMESTAMPTZ(3);
ALTER TABLE "provider_alarm" ADD COLUMN "seen_at" TIMESTAMPTZ(3);

CREATE TABLE "finding_mark" (
    "id" BIGSERIAL NOT NULL,
    "provider" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_mark_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "finding_mark_provider_ref_kind_idx" ON "finding_mark"("provider", "ref", "kind");
