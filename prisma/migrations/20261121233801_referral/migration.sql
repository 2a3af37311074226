-- Friends who come by a link: the links, the terms, and each friend's first order.
CREATE TABLE "referral_link" (
    "user_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "referral_link_pkey" PRIMARY KEY ("user_id")
);
CREATE UNIQUE INDEX "referral_link_code_key" ON "referral_link"("code");

CREATE TABLE "referral_device" (
    "user_id" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "referral_device_pkey" PRIMARY KEY ("user_id", "device")
);

CREATE TABLE "referral_terms" (
    "id" SERIAL NOT NULL,
    "referrer_amount" BIGINT NOT NULL,
    "friend_amount" BIGINT NOT NULL,
    "min_order" BIGINT NOT NULL,
    "per_day" INTEGER NOT NULL,
    "wait_days" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "referral_terms_pkey" PRIMARY KEY ("id")
);
create trigger referral_terms_append_only before update or delete or truncate on referral_terms
  for each statement execute function refuse_change();
-- 30 000 and 30 000 of a first order of 100 000, ten days after its delivery.
insert into referral_terms (referrer_amount, friend_amount, min_order, per_day, wait_days, active, created_by)
values (3000000, 3000000, 10000000, 5, 10, true, 'system');

CREATE TABLE "referral" (
    "id" TEXT NOT NULL,
    "referrer_id" TEXT NOT NULL,
    "friend_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'new',
    "reason" TEXT,
    "device" TEXT,
    "referrer_amount" BIGINT NOT NULL,
    "friend_amount" BIGINT NOT NULL,
    "min_order" BIGINT NOT NULL,
    "per_day" INTEGER NOT NULL,
    "wait_days" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "referrer_taken" BIGINT NOT NULL DEFAULT 0,
    "friend_taken" BIGINT NOT NULL DEFAULT 0,
    "reviewed_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "referral_order_id_key" ON "referral"("order_id");
CREATE INDEX "referral_referrer_id_created_at_idx" ON "referral"("referrer_id", "created_at");
CREATE INDEX "referral_status_due_at_idx" ON "referral"("status", "due_at");
-- Nobody is a new friend twice.
create unique index referral_friend_once on referral (friend_id) where status in ('waiting', 'rewarded', 'taken-back');
