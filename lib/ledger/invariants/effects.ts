import type { Check } from './check'

const sold = `
  select t.ref as parcel_id,
         coalesce(sum(e.amount) filter (where a.kind = 'buyer_funds'), 0) as paid,
         coalesce(-sum(e.amount) filter (where e.type = 'sale' and a.kind = 'shop_pending'), 0) as items,
         coalesce(-sum(e.amount) filter (where e.type = 'delivery'), 0) as delivery,
         coalesce(sum(e.amount) filter (where e.type = 'commission' and a.kind = 'shop_pending'), 0) as commission,
         coalesce(-sum(e.amount) filter (where a.kind in ('platform_fee', 'vat_on_fee')), 0) as fee
    from ledger_txn t join ledger_entry e on e.txn_id = t.id join ledger_account a on a.id = e.account_id
   where t.kind = 'sale' group by t.ref`

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
    name: 'sale and its parcel',
    sql: `select coalesce(o.number, s.parcel_id) as offender,
                 format('parcel %s: total %s, commission %s; booked %s, %s + %s, commission %s, fee with VAT %s',
                   s.parcel_id, p.total, p.commission, s.paid, s.items, s.delivery, s.commission, s.fee) as detail
            from (${sold}) s left join parcel_view p on p.id = s.parcel_id left join order_view o on o.id = p.order_id
           where (s.paid, s.items, s.delivery, s.commission, s.fee)
                 is distinct from (p.total, p.items_total - p.discount, p.delivery, p.commission, p.commission)`,
  },
  {
    name: 'refunds of a parcel and its sale',
    sql: `select coalesce(o.number, x.parcel_id) as offender,
                 format('parcel %s: sold for %s, back %s; commission %s, back %s', x.parcel_id, x.paid, x.back,
                   x.commission, x.commission_back) as detail
            from (select t.parcel_id,
                         coalesce(sum(e.amount) filter (where t.kind = 'sale' and a.kind = 'buyer_funds'), 0) as paid,
                         coalesce(-sum(e.amount) filter (where t.kind = 'refund' and a.kind = 'refunds_due'), 0) as back,
                         coalesce(-sum(e.amount) filter (where t.kind = 'sale' and a.kind in ('platform_fee', 'vat_on_fee')),
                           0) as commission,
                         coalesce(sum(e.amount) filter (where t.kind = 'refund' and a.kind in ('platform_fee', 'vat_on_fee')),
                           0) as commission_back,
                         bool_or(t.kind = 'sale') as sold,
                         coalesce(sum(e.amount) filter (where a.kind = 'shop_pending'), 0) as pending,
                         coalesce(sum(e.amount) filter (where a.shop_id is not null and t.kind in ('sale', 'refund')),
                           0) as net
                    from ledger_txn t join ledger_entry e on e.txn_id = t.id join ledger_account a on a.id = e.account_id
                   where t.parcel_id is not null group by t.parcel_id) x
            left join parcel_view p on p.id = x.parcel_id left join order_view o on o.id = p.order_id
           where (x.sold and x.back > x.paid) or x.commission_back > x.commission or x.pending > 0
              or (x.sold and x.back = x.paid and x.net <> 0)`,
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
