-- Letters about a cart that was left: who agreed, where to write, and what was sent.
CREATE TABLE "reminder_consent" (
    "id" BIGSERIAL NOT NULL,
    "user_id" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "reminder_consent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "reminder_consent_user_id_id_idx" ON "reminder_consent"("user_id", "id" DESC);
create trigger reminder_consent_append_only before update or delete or truncate on reminder_consent
  for each statement execute function refuse_change();

CREATE TABLE "reminder_contact" (
    "user_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "reminder_contact_pkey" PRIMARY KEY ("user_id")
);

CREATE TABLE "reminder" (
    "id" TEXT NOT NULL,
    "cart_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'scheduled',
    "reason" TEXT,
    "leased_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "reminder_cart_id_step_key" ON "reminder"("cart_id", "step");
CREATE INDEX "reminder_status_created_at_idx" ON "reminder"("status", "created_at");
