const anEntry = (where: string) =>
  `(select e.id from ledger_entry e join ledger_account a on a.id = e.account_id join ledger_txn t on t.id = e.txn_id
     where ${where} order by e.id limit 1)`

const number = /^\d{9}[A-Z]$/
/** Which check finds it, how it names it, and the statement that does it behind the guards' back. */
export const offences: readonly [check: string, offender: RegExp, text: string][] = [
  ['I1 oversell', /^var_a2$/, `update stock_item set reserved = reserved + 1 where variant_id = 'var_a2'`],
  ['I2 the ledger sums to zero', /^UZS$/, `update ledger_entry set amount = amount + 1 where id = ${anEntry('true')}`],
  [
    'I3 a transaction sums to zero',
    /^sale par_/,
    `update ledger_entry set amount = amount + 1 where id = ${anEntry(`t.kind = 'sale'`)}`,
  ],
  ['I3 empty transaction', /^sale nothing$/, `insert into ledger_txn (kind, ref) values ('sale', 'nothing')`],
  [
    'shop balance',
    /^shop_pending:sho_a$/,
    `update ledger_balance set amount = amount + 1
        where account_id = (select id from ledger_account where code = 'shop_pending:sho_a')`,
  ],
  [
    'account that must stay zero',
    number,
    `update ledger_entry set amount = amount + 1 where id = ${anEntry(`a.kind = 'buyer_funds'`)}`,
  ],
  [
    'account that must stay zero',
    number,
    `update ledger_entry set account_id = (select id from ledger_account where code = 'buyer_funds')
        where id = ${anEntry(`a.kind = 'platform_fee'`)}`,
  ],
  ['guard', /^ledger_entry_append_only$/, 'alter table ledger_entry disable trigger ledger_entry_append_only'],
  [
    'I4 capture and its transaction',
    /^payme:x$|^\d{9}[A-Z]$/,
    `update ledger_txn set ref = 'payme:x' where id = (select min(id) from ledger_txn where kind = 'capture')`,
  ],
  ['I5 clearing = captured - refunded - cash kept', /^payme$/, `update refund_view set status = 'done'`],
  [
    'I5 clearing = captured - refunded - cash kept',
    /^cash$/,
    `update ledger_entry set type = 'capture' where type = 'cash-kept'`,
  ],
  ['sale and its parcel', number, 'update parcel_view set commission = commission + 1'],
  [
    'refunds of a parcel and its sale',
    number,
    `update ledger_entry set amount = amount * 3
        where txn_id in (select id from ledger_txn where kind = 'refund' and number is not null)`,
  ],
  [
    'escrow of a parcel',
    number,
    `update ledger_entry set amount = 90000000 where id = ${anEntry(`e.type = 'commission' and a.kind = 'shop_pending'`)}`,
  ],
  ['refund and its transactions', number, 'update refund_view set amount = amount - 1'],
  ['refunds due = accepted and not paid', number, 'update refund_view set amount = amount - 1'],
  ['I6 order total', number, 'update order_view set total = total + 1, items_total = items_total + 1'],
  ['I6 parcel total', /^par_/, 'update parcel_line_view set commission = commission + 1'],
  ['I7 paid order and its capture', number, 'update order_view set paid_total = 0, refunded_total = 0'],
  ['I8 refunds of a payment', /^pay_/, 'update payment_view set refunded = refunded + 1 where captured > refunded'],
  [
    'I8 refunds of an order',
    number,
    'update order_view set refunded_total = refunded_total + 1 where paid_total > refunded_total',
  ],
  ['I10 stream gap', /^order-ord_/, `delete from event where version = 1 and stream_id like 'order-%'`],
  [
    'I11 stuck reader of the log',
    /^order$/,
    `update event set at = now() - interval '1 hour'; update checkpoint set tx_id = 0, position = 0 where name = 'order'`,
  ],
  ['I12 expired hold', number, `update reservation set expires_at = now() - interval '1 hour' where state = 'held'`],
  [
    'payout in transit',
    /^pyt_1$/,
    `with a as (insert into ledger_account (code, kind, currency) values ('payout_transit', 'payout_transit', 'UZS') returning id),
            t as (insert into ledger_txn (kind, ref) values ('payout-end', 'pyt_1') returning id)
       insert into ledger_entry (txn_id, account_id, currency, amount, type, formula)
       select t.id, a.id, 'UZS', 5, 'payout-paid', '{}' from a, t`,
  ],
  ['credit of an order and its transactions', number, 'update order_view set credit = credit + 5'],
  [
    'credit held = credit of unpaid orders',
    /^credit_held$/,
    `with a as (insert into ledger_account (code, kind, currency) values ('credit_held', 'credit_held', 'UZS') returning id),
            t as (insert into ledger_txn (kind, ref) values ('credit-held', 'ord_x') returning id)
       insert into ledger_entry (txn_id, account_id, currency, amount, type, formula)
       select t.id, a.id, 'UZS', 5, 'credit-held', '{}' from a, t`,
  ],
]
