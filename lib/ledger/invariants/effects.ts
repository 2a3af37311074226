import type { Check } from './check'

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
    // Entry by entry. That none is missing follows from the zero sum, and so does the fee with its VAT.
    name: 'sale and its parcel',
    sql: `select coalesce(o.number, t.ref) as offender,
                 format('parcel %s: total %s, delivery %s, commission %s; booked %s %s', t.ref, p.total, p.delivery,
                   p.commission, e.type, e.amount) as detail
            from ledger_txn t join ledger_entry e on e.txn_id = t.id join ledger_account a on a.id = e.account_id
            left join parcel_view p on p.id = t.ref left join order_view o on o.id = p.order_id
           where t.kind = 'sale' and a.kind in ('buyer_funds', 'shop_pending', 'promotion')
             and e.amount is distinct from case when a.kind = 'buyer_funds' then p.total when a.kind = 'promotion'
                 then p.subsidy when e.type = 'subsidy' then -p.subsidy when e.type = 'commission'
                 then p.commission when e.type = 'delivery' then -p.delivery else p.discount - p.items_total end`,
  },
  {
    name: 'escrow of a parcel',
    sql: `select coalesce(o.number, x.parcel_id) as offender, format('parcel %s is overdrawn by %s', x.parcel_id, x.off) as detail
            from (select t.parcel_id, sum(e.amount) as off
                    from ledger_account a join ledger_entry e on e.account_id = a.id join ledger_txn t on t.id = e.txn_id
                   where a.kind = 'shop_pending' group by t.parcel_id having sum(e.amount) > 0) x
            left join parcel_view p on p.id = x.parcel_id left join order_view o on o.id = p.order_id`,
  },
  {
    // Never more than was paid, and all of it nets the shop and the commission to zero.
    name: 'refunds of a parcel and its sale',
    sql: `select coalesce(o.number, x.parcel_id) as offender,
                 format('parcel %s: total %s, back %s; commission less what came back %s, net of the shop %s, promotion %s',
                   x.parcel_id, p.total, x.back, x.fee, -x.net, x.promotion) as detail
            from (select t.parcel_id, bool_or(t.kind = 'sale') as sold,
                         coalesce(-sum(e.amount) filter (where a.kind in ('refunds_due', 'store_credit')), 0) as back,
                         coalesce(-sum(e.amount) filter (where a.kind in ('platform_fee', 'vat_on_fee')), 0) as fee,
                         coalesce(sum(e.amount) filter (where a.shop_id is not null), 0) as net,
                         coalesce(sum(e.amount) filter (where a.kind = 'promotion'), 0) as promotion
                    from ledger_txn t join ledger_entry e on e.txn_id = t.id join ledger_account a on a.id = e.account_id
                   where t.kind in ('sale', 'refund')
                     and t.parcel_id in (select parcel_id from ledger_txn where kind = 'refund')
                   group by t.parcel_id) x
            left join parcel_view p on p.id = x.parcel_id left join order_view o on o.id = p.order_id
           where p.id is null or x.back > p.total or x.fee < 0 or x.promotion < 0
              or (x.sold and x.back = p.total and (x.net <> 0 or x.fee <> 0 or x.promotion <> 0))`,
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
            left join (select split_part(t.ref, ':', 1) as ref, sum(e.amount) as amount
                         from ledger_txn t join ledger_entry e on e.txn_id = t.id
                         join ledger_account a on a.id = e.account_id and a.kind = 'refunds_due'
                        where t.kind in ('refund-paid', 'refund-returned') group by 1) g on g.ref = r.id
           where coalesce(d.amount, 0) <> case when r.excess then 0 else r.amount end
              or coalesce(g.amount, 0) <> case when r.status = 'done' then r.amount else 0 end`,
  },
  {
    // Held when placed; then spent when paid, or freed when it ended unpaid; what went back is what refunds say.
    name: 'credit of an order and its transactions',
    sql: `select coalesce(o.number, x.order_id) as offender,
                 format('%s, credit %s, back %s, paid %s; booked as held %s, spent %s, freed %s, back %s', o.status, o.credit,
                   o.credit_back, o.paid_total, x.held, x.spent, x.freed, x.back) as detail
            from (select id as order_id from order_view where credit > 0 union select order_id from ledger_txn
                   where kind in ('credit-held', 'credit-spent', 'credit-freed')) k
            join lateral (
              select k.order_id, coalesce(sum(e.amount) filter (where t.kind = 'credit-held' and e.amount > 0), 0) as held,
                     coalesce(sum(e.amount) filter (where t.kind = 'credit-spent' and e.amount > 0), 0) as spent,
                     coalesce(sum(e.amount) filter (where t.kind = 'credit-freed' and e.amount > 0), 0) as freed,
                     coalesce(-sum(e.amount) filter (where t.kind = 'refund' and a.kind = 'store_credit'), 0) as back
                from ledger_txn t join ledger_entry e on e.txn_id = t.id join ledger_account a on a.id = e.account_id
               where (t.kind in ('credit-held', 'credit-spent', 'credit-freed') and t.ref = k.order_id)
                  or (t.kind = 'refund' and t.parcel_id in (select id from parcel_view where order_id = k.order_id))) x on true
            left join order_view o on o.id = k.order_id
           where o.id is null or x.held <> o.credit or x.back <> o.credit_back or x.spent + x.freed > x.held
              or x.spent <> case when o.paid_total > 0 then o.credit else 0 end
              or x.freed <> case when o.status = 'cancelled' and o.paid_total = 0 then o.credit else 0 end`,
  },
  {
    name: 'credit held = credit of unpaid orders',
    sql: `select 'credit_held' as offender, format('booked %s, orders hold %s', x.booked, x.held) as detail
            from (select coalesce((select -sum(e.amount) from ledger_account a join ledger_entry e on e.account_id = a.id
                                    where a.kind = 'credit_held'), 0) as booked,
                         coalesce((select sum(credit) from order_view
                                    where credit > 0 and status <> 'cancelled' and paid_total = 0), 0) as held) x
           where x.booked <> x.held`,
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
