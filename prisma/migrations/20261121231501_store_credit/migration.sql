-- Store credit: an account of each person in the books, and what of an order it paid.
ALTER TABLE "ledger_account" ADD COLUMN "user_id" TEXT;
CREATE INDEX "ledger_account_user_id_idx" ON "ledger_account"("user_id");
ALTER TABLE "order_view" ADD COLUMN "credit" BIGINT NOT NULL DEFAULT 0, ADD COLUMN "credit_back" BIGINT NOT NULL DEFAULT 0;

create trigger ledger_account_owned before update of user_id on ledger_account
  for each statement execute function refuse_change();

-- As before, and a person has a balance as well as a shop.
create or replace function ledger_entered() returns trigger language plpgsql as E'
begin
  if exists (select 1 from fresh f join ledger_txn t on t.id = f.txn_id
              where t.tx_id <> pg_current_xact_id()::text::bigint) then
    raise exception ''the ledger transaction is closed'' using errcode = ''42501''\x3b
  end if\x3b
  insert into ledger_balance (account_id, amount, entries)
  select f.account_id, sum(f.amount), count(*)
    from fresh f join ledger_account a on a.id = f.account_id
   where a.shop_id is not null or a.user_id is not null group by f.account_id order by f.account_id
  on conflict (account_id) do update
    set amount = ledger_balance.amount + excluded.amount, entries = ledger_balance.entries + excluded.entries\x3b
  if exists (select 1 from ledger_balance b join ledger_account a on a.id = b.account_id
              where -b.amount < a.min_balance and b.account_id in (select account_id from fresh)) then
    raise exception ''a ledger account would fall below its least balance'' using errcode = ''23514''\x3b
  end if\x3b
  return null\x3b
end';
