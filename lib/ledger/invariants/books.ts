import type { Check } from './check'

/** The ledger by itself: I2, I3, its cached balances, and that nobody has taken its guards away. */
export const bookChecks: readonly Check[] = [
  {
    name: 'I2 the ledger sums to zero',
    sql: `select currency as offender, format('off by %s', sum(amount)) as detail
            from ledger_entry group by currency having sum(amount) <> 0`,
  },
  {
    name: 'I3 a transaction sums to zero',
    // Nearly all are in soʻm: grouped by one number they are found twice as fast.
    sql: `select t.kind || ' ' || t.ref as offender, format('off by %s %s', x.off, x.currency) as detail
            from (select txn_id, 'UZS' as currency, sum(amount) as off from ledger_entry where currency = 'UZS'
                   group by txn_id having sum(amount) <> 0
                  union all
                  select txn_id, currency, sum(amount) from ledger_entry where currency <> 'UZS'
                   group by txn_id, currency having sum(amount) <> 0) x
            join ledger_txn t on t.id = x.txn_id`,
  },
  {
    name: 'I3 empty transaction',
    sql: `select t.kind || ' ' || t.ref as offender, 'no entry' as detail
            from ledger_txn t where not exists (select 1 from ledger_entry e where e.txn_id = t.id)`,
  },
  {
    name: 'shop balance',
    sql: `select a.code as offender,
                 format('balance %s of %s entries, entries sum to %s of %s', coalesce(b.amount, 0), coalesce(b.entries, 0),
                   coalesce(e.amount, 0), coalesce(e.count, 0)) as detail
            from ledger_account a
            left join ledger_balance b on b.account_id = a.id
            left join (select account_id, sum(amount) as amount, count(*) as count from ledger_entry group by 1) e
              on e.account_id = a.id
           where (a.shop_id is not null or a.user_id is not null)
             and (coalesce(b.amount, 0), coalesce(b.entries, 0)) <> (coalesce(e.amount, 0), coalesce(e.count, 0))`,
  },
  {
    name: 'account that must stay zero',
    sql: `select coalesce(o.number, x.order_id, x.code) as offender, format('%s is off by %s', x.code, x.off) as detail
            from (select a.code, t.order_id, sum(e.amount) as off
                    from ledger_account a join ledger_entry e on e.account_id = a.id join ledger_txn t on t.id = e.txn_id
                   where a.kind in ('buyer_funds', 'delivery', 'rounding')
                   group by a.code, t.order_id having sum(e.amount) <> 0) x
            left join order_view o on o.id = x.order_id`,
  },
  {
    name: 'payout in transit',
    sql: `select t.ref as offender, format('%s is in transit after it ended', -sum(e.amount)) as detail
            from ledger_account a join ledger_entry e on e.account_id = a.id join ledger_txn t on t.id = e.txn_id
           where a.kind = 'payout_transit'
           group by t.ref having sum(e.amount) > 0 or (bool_or(t.kind = 'payout-end') and sum(e.amount) <> 0)`,
  },
  {
    name: 'guard',
    sql: `select g.name as offender, format('the trigger on %s is missing or disabled', g.on_table) as detail
            from (values ('ledger_balanced', 'ledger_txn'), ('ledger_entered', 'ledger_entry'),
                         ('ledger_txn_append_only', 'ledger_txn'), ('ledger_entry_append_only', 'ledger_entry'),
                         ('ledger_account_fixed', 'ledger_account'), ('event_append_only', 'event')) g(name, on_table)
           where not exists (select 1 from pg_trigger t
                   where t.tgname = g.name and t.tgrelid = to_regclass(g.on_table) and t.tgenabled in ('O', 'A'))`,
  },
]
