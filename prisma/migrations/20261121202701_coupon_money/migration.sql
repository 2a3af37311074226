-- What the market pays of a parcel's price for coupons, and what of it refunds gave back.
ALTER TABLE "parcel_view"
  ADD COLUMN "subsidy" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "subsidy_back" BIGINT NOT NULL DEFAULT 0;
