'use client'

import { useState } from 'react'
import type { RegionChoice } from '@/components/checkout/checkout-state'
import { useAlive } from '@/components/layout/use-alive'
import { Field, Select } from '@/components/ui/field'

export type AddressWords = {
  region: string
  chooseRegion: string
  district: string
  chooseDistrict: string
  street: string
  streetHint?: string
  landmark: string
  landmarkHint?: string
}

type Props = {
  words: AddressWords
  regions: readonly RegionChoice[]
  values: Record<string, string>
  errors: {
    region?: string | undefined
    district?: string | undefined
    street?: string | undefined
    landmark?: string | undefined
  }
}

function Districts({
  regions,
  region,
  filtered,
}: {
  regions: readonly RegionChoice[]
  region: string
  filtered: boolean
}) {
  const option = ({ code, name }: { code: number; name: string }) => (
    <option key={code} value={code}>
      {name}
    </option>
  )
  if (filtered) return regions.find(({ code }) => String(code) === region)?.districts.map(option)
  return regions.map(({ code, name, districts }) => (
    <optgroup key={code} label={name}>
      {districts.map(option)}
    </optgroup>
  ))
}

export function AddressFields({ words, regions, values, errors }: Props) {
  const [region, setRegion] = useState(values['region'] ?? '')
  const script = useAlive()
  const filtered = script && region !== ''
  return (
    <div className="form cols">
      <Select
        label={words.region}
        name="region"
        error={errors.region}
        defaultValue={values['region'] ?? ''}
        autoComplete="address-level1"
        onChange={(event) => setRegion(event.target.value)}
      >
        <option value="">{words.chooseRegion}</option>
        {regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        key={filtered ? region : 'all'}
        label={words.district}
        name="district"
        error={errors.district}
        defaultValue={values['district'] ?? ''}
        autoComplete="address-level2"
      >
        <option value="">{words.chooseDistrict}</option>
        <Districts regions={regions} region={region} filtered={filtered} />
      </Select>
      <Field
        label={words.street}
        name="street"
        error={errors.street}
        defaultValue={values['street'] ?? ''}
        placeholder={words.streetHint}
        autoComplete="street-address"
        maxLength={200}
      />
      <Field
        label={words.landmark}
        name="landmark"
        error={errors.landmark}
        defaultValue={values['landmark'] ?? ''}
        placeholder={words.landmarkHint}
        maxLength={200}
      />
    </div>
  )
}
