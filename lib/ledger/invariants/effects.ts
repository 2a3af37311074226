import type { Check } from './check'

const fees = `a.kind in ('platform_fee', 'vat_on_fee')`

const amountOf = (name: string, sign: '' | '-', where: string) =>
  `coalesce(${sign}sum(e.amount) filter (where ${where}), 0) as ${name}`

/** One scan: what was booked of each parcel, at its sale and ever since. */
const booked = `
  select t.parcel_id, bool_or(t.kind = 'sale') as sold,
         ${amountOf('paid', '', `t.kind = 'sale' and a.kind = 'buyer_funds'`)},
         ${amountOf('items', '-', `e.type = 'sale' and a.kind = 'shop_pending'`)},
         ${amountOf('delivery', '-', `e.type = 'delivery'`)},
         ${amountOf('commission', '', `e.type = 'commission' and a.kind = 'shop_pending'`)},
         ${amountOf('fee', '-', `t.kind = 'sale' and ${fees}`)},
         ${amountOf('back', '-', `t.kind = 'refund' and a.kind = 'refunds_due'`)},
         ${amountOf('fee_back', '', `t.kind = 'refund' and ${fees}`)},
         ${amountOf('pending', '', `a.kind = 'shop_pending'`)},
         ${amountOf('net', '', `a.shop_id is not null and t.kind in ('sale', 'refund')`)}
    from ledger_txn t join ledger_entry e on e.txn_id = t.id join ledger_account a on a.id = e.account_id
   where t.parcel_id is not null group by t.parcel_id`

/** The books against the records of payments, orders and refunds: parts equal wholes, and clearing equals the money. */
export const effectChecks: readonly Check[] = [
  {
    name: 'I4 capture and its transaction',
    sql: `select coalesce(o.number, p.order_id, t.ref) as offender,
                 format('payment %s captured %s, booked %s', p.id, coalesce(p.captured, 0), coalesce(t.amount, 0)) as detail
            from (select * from payment_view where captured > 0) p
            full join (select t.ref, sum(e.amount) as amount from ledger_txn t join ledger_entry e on e.txn_id = t.id
                        where t.kind = 'capture' and e.amount > 0 group by t.ref) t
              on t.ref = p.provider || ':' || p.provider_ref
            left join order_view o on o.id = p.order_id
           where p.id is null or t.ref is null or p.captured <> t.amount`,
  },
  {
    name: 'I5 clearing = captured - refunded - cash kept',
    sql: `select p.provider as offender,
                 format('clearing %s, captured %s, refunded %s, kept %s', coalesce(l.amount, 0), p.captured,
                   coalesce(r.amount, 0), coalesce(-l.kept, 0)) as detail
            from (select provider, currency, sum(captured) as captured from payment_view group by 1, 2) p
            left join (select provider, currency, sum(amount) as amount from refund_view where status = 'done'
                        group by 1, 2) r on r.provider = p.provider and r.currency = p.currency
            left join (select split_part(a.code, ':', 2) as provider, e.currency, sum(e.amount) as amount,
                              coalesce(sum(e.amount) filter (where e.type in ('cash-kept', 'cash-returned')), 0) as kept
                         from ledger_account a join ledger_entry e on e.account_id = a.id
                        where a.kind = 'clearing' group by 1, 2) l on l.provider = p.provider and l.currency = p.currency
           where coalesce(l.amount, 0) <> p.captured - coalesce(r.amount, 0) + coalesce(l.kept, 0)`,
  },
  {
    // Sold as it was placed; given back never more than was paid; escrow not overdrawn; all given back nets to zero.
    name: 'parcel and its entries',
    sql: `select coalesce(o.number, x.parcel_id) as offender,
                 format('parcel %s: total %s, commission %s; booked %s as %s + %s, commission %s, fee with VAT %s; '
                   || 'back %s, fee back %s; in escrow %s, net of the shop %s', x.parcel_id, p.total, p.commission, x.paid,
                   x.items, x.delivery, x.commission, x.fee, x.back, x.fee_back, -x.pending, -x.net) as detail
            from (${booked}) x left join parcel_view p on p.id = x.parcel_id left join order_view o on o.id = p.order_id
           where x.sold and ((x.paid, x.items, x.delivery, x.commission, x.fee)
                 is distinct from (p.total, p.items_total - p.discount, p.delivery, p.commission, p.commission)
                 or x.back > x.paid or (x.back = x.paid and x.net <> 0))
              or x.fee_back > x.fee or x.pending > 0`,
  },
  {
    name: 'refund and its transactions',
    sql: `select coalesce(o.number, r.order_id) as offender,
                 format('refund %s of %s is %s; booked as due %s, as paid %s', r.id, r.amount, r.status,
                   coalesce(d.amount, 0), coalesce(g.amount, 0)) as detail
            from refund_view r
            left join order_view o on o.id = r.order_id
            left join (select t.ref, -sum(e.amount) as amount from ledger_txn t join ledger_entry e on e.txn_id = t.id
                         join ledger_account a on a.id = e.account_id and a.kind = 'refunds_due'
                        where t.kind = 'refund' group by t.ref) d on d.ref = r.id
            left join (select t.ref, sum(e.amount) as amount from ledger_txn t join ledger_entry e on e.txn_id = t.id
                         join ledger_account a on a.id = e.account_id and a.kind = 'refunds_due'
                        where t.kind = 'refund-paid' group by t.ref) g on g.ref = r.id
           where coalesce(d.amount, 0) <> case when r.excess then 0 else r.amount end
              or coalesce(g.amount, 0) <> case when r.status = 'done' then r.amount else 0 end`,
  },
  {
    name: 'refunds due = accepted and not paid',
    sql: `select coalesce(o.number, x.order_id, 'refunds_due') as offender,
                 format('booked %s, accepted and not paid %s', x.booked, x.accepted) as detail
            from (select order_id, sum(booked) as booked, sum(accepted) as accepted
                    from (select t.order_id, -e.amount as booked, 0 as accepted
                            from ledger_account a join ledger_entry e on e.account_id = a.id
                            join ledger_txn t on t.id = e.txn_id where a.kind = 'refunds_due'
                          union all
                          select order_id, 0, amount from refund_view where status <> 'done') y group by order_id) x
            left join order_view o on o.id = x.order_id
           where x.booked <> x.accepted`,
  },
]
