import { describe, expect, it } from 'vitest'
import { parseList } from './list-address'

describe('the address of a list', () => {
  it.each([
    ['dishes', { path: ['dishes'], segment: null, page: 1, numbered: false }],
    ['dishes/teapots/p/3', { path: ['dishes', 'teapots'], segment: null, page: 3, numbered: true }],
    ['dishes/f/material-clay', { path: ['dishes'], segment: 'material-clay', page: 1, numbered: false }],
    ['dishes/f/brand-a-b/p/2', { path: ['dishes'], segment: 'brand-a-b', page: 2, numbered: true }],
    ['dishes/p/1', { path: ['dishes'], segment: null, page: 1, numbered: true }],
    ['dishes/p/01', { path: ['dishes'], segment: null, page: 0, numbered: true }],
    ['%D1%87', { path: ['ч'], segment: null, page: 1, numbered: false }],
    ['%', { path: ['%'], segment: null, page: 1, numbered: false }],
    ['f/p', { path: ['f', 'p'], segment: null, page: 1, numbered: false }],
  ])('%s', (address, parsed) => expect(parseList(address.split('/'))).toEqual(parsed))
})
