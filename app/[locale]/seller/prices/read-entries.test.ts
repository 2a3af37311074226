import { expect, it } from 'vitest'
import { readEntries } from './read-entries'

it('reads what a seller pastes or a table saves, with headings, quotes and spaces in sums', () => {
  const wanted = [
    { sku: 'CH-1', price: 4_500_000, compareAt: 6_000_000 },
    { sku: 'CH-2', price: 150_050, compareAt: null },
  ]
  expect(readEntries('CH-1; 45 000; 60 000\r\n\nCH-2;1500,50')).toEqual(wanted)
  expect(readEntries('\ufeffSKU\tNarx\tEski\nCH-1\t45000\t60000\nCH-2\t1500.50\t')).toEqual(wanted)
  expect(readEntries('sku,price,old\n"CH-1",45000,60000\nCH-2,1500.5,').toString()).toBe(wanted.toString())
})

it('names the line that it cannot read and never guesses a price', () => {
  expect(readEntries('CH-1;45000\nCH-2;about 5')).toBe(2)
  expect(readEntries('CH-1;45000\nCH-2;1.234,56')).toBe(2)
})
