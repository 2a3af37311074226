-- CreateTable
CREATE TABLE "payout_schedule" (
    "shop_id" TEXT NOT NULL,
    "every" TEXT NOT NULL DEFAULT 'weekly',
    "minimum" BIGINT NOT NULL DEFAULT 10000000,
    "reserve_bp" INTEGER NOT NULL DEFAULT 0,
    "reserve_days" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "payout_schedule_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "payout_details" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "tin" TEXT,
    "pinfl" TEXT,
    "account" CHAR(20) NOT NULL,
    "mfo" CHAR(5) NOT NULL,
    "bank" TEXT NOT NULL,
    "vat_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "payout_details_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "currency" CHAR(3) NOT NULL,
    "gross" BIGINT NOT NULL,
    "debt" BIGINT NOT NULL,
    "amount" BIGINT NOT NULL,
    "details_id" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "exported_by" TEXT,
    "exported_at" TIMESTAMPTZ(3),
    "paid_by" TEXT,
    "paid_at" TIMESTAMPTZ(3),
    "rejected_by" TEXT,
    "rejected_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "payout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_line" (
    "payout_id" TEXT NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "number" TEXT,
    "parcel_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "payout_line_pkey" PRIMARY KEY ("payout_id","entry_id")
);

-- CreateIndex
CREATE INDEX "payout_details_shop_id_created_at_idx" ON "payout_details"("shop_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "payout_shop_id_proposed_at_id_idx" ON "payout"("shop_id", "proposed_at" DESC, "id");

-- CreateIndex
CREATE INDEX "payout_status_proposed_at_idx" ON "payout"("status", "proposed_at");

alter table payout_schedule
  add constraint payout_schedule_every check (every in ('weekly', 'biweekly', 'monthly', 'manual')),
  add constraint payout_schedule_minimum check (minimum >= 0),
  add constraint payout_schedule_reserve check (reserve_bp between 0 and 5000 and reserve_days between 0 and 365);

alter table payout_details
  add constraint payout_details_formats check (
    account ~ '^[0-9]{20}$' and mfo ~ '^[0-9]{5}$' and (tin is null or tin ~ '^[0-9]{9}$')
    and (pinfl is null or pinfl ~ '^[0-9]{14}$') and (vat_code is null or vat_code ~ '^[0-9]{12}$')
    and (tin is null) <> (pinfl is null));
create trigger payout_details_append_only before update or delete or truncate on payout_details
  for each statement execute function refuse_change();

-- A second person approves, in the database too.
alter table payout
  add constraint payout_status check (status in ('proposed', 'approved', 'exported', 'paid', 'rejected')),
  add constraint payout_adds_up check (amount > 0 and debt >= 0 and gross = amount + debt),
  add constraint payout_second_person check (approved_by is null or approved_by <> proposed_by),
  add constraint payout_approved check (status not in ('approved', 'exported', 'paid') or approved_by is not null);
-- A rejected payout leaves its period to another one.
create unique index payout_once on payout (shop_id, period) where status <> 'rejected';
create unique index payout_line_once on payout_line (entry_id) where active;

-- What was proposed does not change, and what has ended does not move: a payout is paid once.
create function payout_fixed() returns trigger language plpgsql as E'
begin
  if tg_op = ''DELETE'' then
    raise exception ''a payout is not deleted'' using errcode = ''42501''\x3b
  end if\x3b
  if old.status in (''paid'', ''rejected'')
     or (old.id, old.shop_id, old.period, old.currency, old.gross, old.debt, old.amount, old.details_id, old.proposed_by)
        is distinct from
        (new.id, new.shop_id, new.period, new.currency, new.gross, new.debt, new.amount, new.details_id, new.proposed_by)
     or (old.approved_by is not null and old.approved_by is distinct from new.approved_by) then
    raise exception ''payout % does not change any more'', old.id using errcode = ''42501''\x3b
  end if\x3b
  return new\x3b
end';
create trigger payout_fixed before update or delete on payout for each row execute function payout_fixed();
