import { expect } from 'vitest'
import { settle } from '@/lib/kernel/test-work'
import { findBreaches } from '.'

/** The books agree with all that has happened, once everything that follows from it is done. */
export const atRest = () => settle(async () => expect(await findBreaches()).toEqual([]))
