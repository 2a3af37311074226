import type { Tx } from '@/lib/kernel/db'
import type { Evidence } from './refuse'

/** Digits and letters alone, so that a comma or a space does not make another door. */
const plain = (column: string) => `nullif(regexp_replace(lower(${column}), '[^[:alnum:]]', '', 'g'), '')`
const digits = (column: string) => `right(regexp_replace(${column}, '\\D', '', 'g'), 9)`

// Asked twice, by person and by number: as one question it would read every order of the market.
const earlier = `e.id <> o.id and e.placed_at <= o.placed_at and e.status <> 'cancelled'`

const read = `
  with r as (select * from referral where id = $1),
       o as (select v.*, c.phone, c.district, ${plain('c.street')} as street
               from order_view v left join order_contact c on c.order_id = v.id where v.id = (select order_id from r)),
       theirs as (select c.phone, c.district, ${plain('c.street')} as street
                    from order_view v join order_contact c on c.order_id = v.id
                   where v.buyer_id = (select referrer_id from r)),
       phones as (select ${digits('phone')} as phone from "user" where id = (select referrer_id from r)
                  union select ${digits('phone')} from theirs),
       doors as (select district, street from theirs where street is not null
                 union select district, ${plain('street')} from address where user_id = (select referrer_id from r))
  select r.referrer_id = r.friend_id as self,
         exists (select 1 from phones where phone = ${digits('o.phone')}
                    or phone = (select ${digits('phone')} from "user" where id = r.friend_id)) as "samePhone",
         exists (select 1 from referral_device where user_id = r.referrer_id and device = r.device) as "sameDevice",
         exists (select 1 from doors where district = o.district and street = o.street) as "sameAddress",
         exists (select 1 from order_view e where e.buyer_id = r.friend_id and ${earlier})
           or exists (select 1 from order_contact x join order_view e on e.id = x.order_id
                       where x.phone = o.phone and ${earlier}) as "boughtBefore",
         o.total, r.min_order as "minOrder", r.per_day as "perDay",
         (select count(*)::int from referral e where e.referrer_id = r.referrer_id and e.id <> r.id
             and e.status in ('waiting', 'rewarded', 'taken-back')
             and e.created_at > r.created_at - interval '1 day' and e.created_at <= r.created_at) as today
    from r cross join o`

/** What is known of a friend, of who invited them, and of the order that brought them. */
export async function readEvidence(tx: Tx, id: string): Promise<Evidence> {
  const { rows } = await tx.query<Evidence>(read, [id])
  if (!rows[0]) throw new Error(`A friend whose order does not exist: ${id}`)
  return rows[0]
}
