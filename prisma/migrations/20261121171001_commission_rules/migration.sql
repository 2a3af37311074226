-- AlterTable
ALTER TABLE "commission_rule" ADD COLUMN "category_id" TEXT,
ADD COLUMN "fixed" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "min" BIGINT,
ADD COLUMN "max" BIGINT,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "valid_to" TIMESTAMPTZ(3),
ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "created_by" TEXT NOT NULL DEFAULT 'system';

-- DropIndex
DROP INDEX "commission_rule_shop_id_valid_from_idx";

-- CreateIndex
CREATE INDEX "commission_rule_shop_id_category_id_valid_from_idx" ON "commission_rule"("shop_id", "category_id", "valid_from" DESC);

-- Rules that were written before versions existed are numbered in the order they were valid.
update commission_rule r set version = n.version
  from (select id, row_number() over (partition by shop_id order by valid_from, id) as version from commission_rule) n
 where n.id = r.id;

-- One number per scope: two people who write at once do not both write version 4.
create unique index commission_rule_version
  on commission_rule (coalesce(shop_id, ''), coalesce(category_id, ''), version);

alter table commission_rule
  add constraint commission_rule_bp check (bp between 0 and 10000),
  add constraint commission_rule_fixed check (fixed >= 0),
  add constraint commission_rule_range check (
    coalesce(min, 0) >= 0 and coalesce(max, 0) >= 0 and (min is null or max is null or min <= max)),
  add constraint commission_rule_time check (valid_to is null or valid_to > valid_from);
