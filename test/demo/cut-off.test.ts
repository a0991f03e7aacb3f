// A start of the demo that is cut off in the middle of a story leaves nothing of it, and the next start tells it whole.
import { afterAll, expect, test } from 'vitest'
import { changesLevel, invites } from '#demo/deeds.ts'
import { by, type Demo, founds, joins, type Moment, refused } from '#demo/story.ts'
import { furnishDemo } from '../../src/demo/furnish.ts'
import { portals } from '../../src/portals.ts'
import { sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse({ demo: true })
afterAll(() => house.close())

const at = (name: string) => `${name}@pier.example`
const pier =
  (last: Moment): Demo =>
  ({ days }) => ({
    agency: { slug: 'pier', name: 'Pier Staffing', kind: 'staffing', colour: '#1F4E79', says: 'For a test' },
    people: {
      olga: { name: 'Olga Pier', email: at('olga'), level: 'administrator', says: 'Founded it' },
      ben: { name: 'Ben Pier', email: at('ben'), level: 'standard', says: 'Joined it' },
    },
    story: [
      founds('olga', days(9, '09:00')),
      by('olga', days(8, '09:00'), invites('ben', 'standard')),
      joins('ben', days(7, '09:00')),
      last,
    ],
  })
const yesterday = new Date(Date.now() - 864e5)
const there = async () =>
  (
    await sql<{ slug: string; people: number; lines: number; letters: number }>(
      `select slug, (select count(*)::int from rolecall.person p where p.agency_id = a.agency_id) as people,
        (select count(*)::int from rolecall.audit l where l.agency_id = a.agency_id) as lines,
        (select count(*)::int from rolecall.outbox o where o.agency_id = a.agency_id) as letters
      from login.directory_slug a where slug = 'pier'`,
      [],
    )
  )[0]
const open = (last: Moment) => furnishDemo(house, { portals, demos: [pier(last)] })

test('cut off, then whole', async () => {
  const power = { at: yesterday, happens: () => Promise.reject(new Error('The power is gone.')) }
  await expect(open(power)).rejects.toThrow('The power is gone.')
  expect(await there()).toBeUndefined()
  expect(await house.lettersTo(at('ben'))).toEqual([])
  await open(by('olga', yesterday, changesLevel('ben', 'administrator')))
  expect(await there()).toEqual({ slug: 'pier', people: 2, lines: 6, letters: 1 })
  expect((await house.letterTo(at('ben'))).subject).toBe('Olga Pier invites you to Pier Staffing')
})

test('a story whose refusal is let through is no story', async () => {
  await sql(`delete from login.directory_slug where slug = 'pier'`, [])
  const wrong = refused('olga', yesterday, changesLevel('ben', 'administrator'), 'requires_administrator')
  await expect(open(wrong)).rejects.toThrow('olga should be refused person.set_level with requires_administrator, not nothing')
  await open(refused('ben', yesterday, changesLevel('olga', 'standard'), 'requires_administrator'))
  expect(await there()).toMatchObject({ slug: 'pier', people: 2 })
})
