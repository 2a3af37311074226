import type { FormAction, FormState } from '@/components/account/account-state'
import { StateForm } from '@/components/account/state-form'
import { AddressFields } from '@/components/checkout/address-fields'
import type { RegionChoice } from '@/components/checkout/checkout-state'
import { Icon } from '@/components/ui/icon'
import { placeName } from '@/lib/address/schema'
import { fill, type Locale } from '@/lib/i18n'
import { accountText } from '@/lib/i18n/messages/account'

export type ShownAddress = { id: string; region: number; district: number; street: string; landmark: string | null }

type Props = {
  addresses: readonly ShownAddress[]
  regions: readonly RegionChoice[]
  locale: Locale
  add: FormAction
  kept: FormState | null
  remove: (form: FormData) => Promise<void>
}

function Saved({ address, locale, remove }: { address: ShownAddress } & Pick<Props, 'locale' | 'remove'>) {
  const t = accountText[locale]
  return (
    <li className="fact">
      <Icon name="pin" />
      <span className="grow">
        {placeName(address.region, address.district, locale)}, {address.street}
        {address.landmark === null ? null : <span className="small muted block">{address.landmark}</span>}
      </span>
      <form action={remove}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="id" value={address.id} />
        <button type="submit" className="iconbtn" aria-label={fill(t.removeAddress, { street: address.street })}>
          <Icon name="bin" />
        </button>
      </form>
    </li>
  )
}

export function AddressBook({ addresses, regions, locale, add, kept, remove }: Props) {
  const t = accountText[locale]
  const words = { ...t, chooseRegion: t.choose, chooseDistrict: t.choose }
  const { region, district, street, landmark, chooseRegion, chooseDistrict } = words
  return (
    <section className="panel" aria-label={t.addresses}>
      <h2 className="mb-3.5 text-[19px]">{t.addresses}</h2>
      {addresses.length === 0 ? <p className="small muted">{t.noAddresses}</p> : null}
      <ul>
        {addresses.map((address) => (
          <Saved key={address.id} address={address} locale={locale} remove={remove} />
        ))}
      </ul>
      <details className="mt-3" open={kept?.problem != null}>
        <summary className="link cursor-pointer py-2">{t.addAddress}</summary>
        <StateForm
          action={add}
          kept={kept}
          prefix=""
          fields={[]}
          hidden={{ locale }}
          kind="solid"
          submit={t.saveAddress}
        >
          <AddressFields
            words={{ region, district, street, landmark, chooseRegion, chooseDistrict }}
            regions={regions}
            values={kept?.values ?? {}}
            errors={{}}
          />
        </StateForm>
      </details>
    </section>
  )
}
