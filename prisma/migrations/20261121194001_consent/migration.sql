-- CreateTable
CREATE TABLE "consent_record" (
    "id" BIGSERIAL NOT NULL,
    "subject" TEXT,
    "user_id" TEXT,
    "purposes" TEXT[],
    "version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "consent_record_subject_id_idx" ON "consent_record"("subject", "id" DESC);

-- A proof that can be changed is none.
create function consent_is_kept() returns trigger language plpgsql as E'begin raise exception ''consent_record is append-only''\x3b end';
create trigger consent_is_kept before update or delete on consent_record for each row execute function consent_is_kept();
