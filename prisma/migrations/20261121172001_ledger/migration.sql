-- CreateTable
CREATE TABLE "ledger_account" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "shop_id" TEXT,
    "min_balance" BIGINT,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_txn" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "order_id" TEXT,
    "number" TEXT,
    "parcel_id" TEXT,
    "payment_id" TEXT,
    "source_stream" TEXT,
    "source_version" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tx_id" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "ledger_txn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "txn_id" BIGINT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "formula" JSONB NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_balance" (
    "account_id" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "entries" BIGINT NOT NULL,

    CONSTRAINT "ledger_balance_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_code_key" ON "ledger_account"("code");
CREATE INDEX "ledger_account_shop_id_idx" ON "ledger_account"("shop_id");
CREATE UNIQUE INDEX "ledger_account_id_currency_key" ON "ledger_account"("id", "currency");
CREATE INDEX "ledger_txn_parcel_id_idx" ON "ledger_txn"("parcel_id");
CREATE UNIQUE INDEX "ledger_txn_kind_ref_key" ON "ledger_txn"("kind", "ref");
CREATE INDEX "ledger_entry_txn_id_idx" ON "ledger_entry"("txn_id");
CREATE INDEX "ledger_entry_account_id_id_idx" ON "ledger_entry"("account_id", "id");

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_txn_id_fkey" FOREIGN KEY ("txn_id") REFERENCES "ledger_txn"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_account_id_currency_fkey" FOREIGN KEY ("account_id", "currency") REFERENCES "ledger_account"("id", "currency") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table ledger_entry add constraint ledger_entry_amount check (amount <> 0);
-- A balance is written as often as its shop sells.
alter table ledger_balance set (fillfactor = 50);

-- Every transaction has entries that sum to zero in each currency, or the commit fails.
create function ledger_balanced() returns trigger language plpgsql as E'
begin
  if not exists (select 1 from ledger_entry where txn_id = new.id) then
    raise exception ''ledger transaction % % has no entry'', new.kind, new.ref using errcode = ''23514''\x3b
  end if\x3b
  if exists (select 1 from ledger_entry where txn_id = new.id group by currency having sum(amount) <> 0) then
    raise exception ''ledger transaction % % does not sum to zero'', new.kind, new.ref using errcode = ''23514''\x3b
  end if\x3b
  return null\x3b
end';
create constraint trigger ledger_balanced after insert on ledger_txn deferrable initially deferred
  for each row execute function ledger_balanced();

-- An entry belongs to the database transaction of its head: what is committed is closed. Shop balances follow at once,
-- in the order of their ids, so that two writers wait for each other and do not lock each other out.
create function ledger_entered() returns trigger language plpgsql as E'
begin
  if exists (select 1 from fresh f join ledger_txn t on t.id = f.txn_id
              where t.tx_id <> pg_current_xact_id()::text::bigint) then
    raise exception ''the ledger transaction is closed'' using errcode = ''42501''\x3b
  end if\x3b
  insert into ledger_balance (account_id, amount, entries)
  select f.account_id, sum(f.amount), count(*)
    from fresh f join ledger_account a on a.id = f.account_id
   where a.shop_id is not null group by f.account_id order by f.account_id
  on conflict (account_id) do update
    set amount = ledger_balance.amount + excluded.amount, entries = ledger_balance.entries + excluded.entries\x3b
  if exists (select 1 from ledger_balance b join ledger_account a on a.id = b.account_id
              where -b.amount < a.min_balance and b.account_id in (select account_id from fresh)) then
    raise exception ''a ledger account would fall below its least balance'' using errcode = ''23514''\x3b
  end if\x3b
  return null\x3b
end';
create trigger ledger_entered after insert on ledger_entry referencing new table as fresh
  for each statement execute function ledger_entered();

-- Append only, for everyone, the owner of the database included.
create trigger ledger_txn_append_only before update or delete or truncate on ledger_txn
  for each statement execute function refuse_change();
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
  for each statement execute function refuse_change();
create trigger ledger_account_fixed before update of id, code, kind, currency, shop_id or delete or truncate
  on ledger_account for each statement execute function refuse_change();
