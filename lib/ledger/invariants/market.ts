import type { Check } from './check'

/** Stock, orders, payments and the log: what must hold around the books. Names follow the list of invariants, I1 to I12. */
export const marketChecks: readonly Check[] = [
  {
    name: 'I1 oversell',
    sql: `select s.variant_id as offender,
                 format('on hand %s, reserved %s, held %s', s.on_hand, s.reserved, coalesce(h.quantity, 0)) as detail
            from stock_item s
            left join (select variant_id, sum(quantity) as quantity from reservation where state = 'held' group by 1) h
              on h.variant_id = s.variant_id
           where s.reserved < 0 or s.reserved > s.on_hand or s.reserved <> coalesce(h.quantity, 0)`,
  },
  {
    name: 'I6 order total',
    sql: `select o.number as offender, format('order %s, parcels %s', o.total, sum(p.total)) as detail
            from order_view o join parcel_view p on p.order_id = o.id
           group by o.id having o.total <> sum(p.total) or o.items_total <> sum(p.items_total)
              or o.delivery_total <> sum(p.delivery) or o.discount_total <> sum(p.discount)`,
  },
  {
    name: 'I6 parcel total',
    sql: `select p.id as offender, format('parcel %s, items less discount %s and delivery %s, commission %s of lines %s',
                   p.total, sum(l.price * l.quantity - l.discount), p.delivery, p.commission, sum(l.commission)) as detail
            from parcel_view p join parcel_line_view l on l.parcel_id = p.id
           group by p.id having p.items_total <> sum(l.price * l.quantity) or p.discount <> sum(l.discount)
              or p.commission <> sum(l.commission) or p.total <> p.items_total - p.discount + p.delivery`,
  },
  {
    // Excess is not what an order was paid with. Credit pays beside the capture or alone. Cash pays for what was delivered, any other way for all of it.
    name: 'I7 paid order and its capture',
    sql: `with paid as (
            select p.order_id, count(*) as times, sum(p.captured) as captured, max(p.currency) as currency,
                   bool_and(p.provider = 'cash') as cash
              from payment_view p
             where p.captured > 0 and not exists (select 1 from event e
                     where e.stream_id = 'payment-' || p.id and e.type = 'PaymentCapturedExcess')
             group by p.order_id)
          select o.number as offender, format('%s, total %s, paid %s; captured %s in %s payments',
                   o.status, o.total, o.paid_total, coalesce(c.captured, 0), coalesce(c.times, 0)) as detail
            from order_view o left join paid c on c.order_id = o.id
           where o.paid_total <> coalesce(c.captured, 0) + case when o.paid_total > 0 then o.credit else 0 end or c.times > 1 or c.currency <> o.currency
              or (not c.cash and c.captured <> o.total - o.credit) or (c.captured > o.total - o.credit)
              or (o.status = 'paid' and c.order_id is null and o.credit < o.total) or (o.status = 'placed' and c.order_id is not null)`,
  },
  {
    name: 'I8 refunds of a payment',
    sql: `select p.id as offender, format('captured %s, refunded %s, refunds %s', p.captured, p.refunded,
                   coalesce(sum(r.amount), 0)) as detail
            from payment_view p left join refund_view r on r.payment_id = p.id
           group by p.id having coalesce(sum(r.amount), 0) <> p.refunded or p.refunded > p.captured`,
  },
  {
    name: 'I8 refunds of an order',
    sql: `select o.number as offender, format('paid %s, refunded %s, refunds %s', o.paid_total, o.refunded_total,
                   coalesce(sum(r.amount), 0) + o.credit_back) as detail
            from order_view o left join refund_view r on r.order_id = o.id and not r.excess
           group by o.id having coalesce(sum(r.amount), 0) + o.credit_back <> o.refunded_total or o.refunded_total > o.paid_total`,
  },
  {
    name: 'I10 stream gap',
    sql: `select stream_id as offender, format('%s events, versions %s to %s', count(*), min(version), max(version)) as detail
            from event group by stream_id having max(version) <> count(*) or min(version) <> 1`,
  },
  {
    // The log is the outbox: nothing is published, it is read. A minute is more than any reader needs.
    name: 'I11 stuck reader of the log',
    sql: `select c.name as offender, format('%s events wait for it', count(*)) as detail
            from checkpoint c join event e on (e.tx_id, e.position) > (c.tx_id, c.position)
           where c.name = any($1::text[]) and e.at < now() - interval '1 minute'
           group by c.name`,
  },
  {
    name: 'I12 expired hold',
    sql: `select coalesce(o.number, r.order_id) as offender, format('%s held until %s', r.variant_id, r.expires_at) as detail
            from reservation r left join order_view o on o.id = r.order_id
           where r.state = 'held' and r.expires_at < now() - interval '2 minutes'`,
  },
]
