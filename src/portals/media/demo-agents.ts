// Sixty agents more, of the brokerages around Boston; a third of them came with the imported list and never registered.
import type { Clock } from '#demo/clock.ts'
import { crowd, pick } from '#demo/crowd.ts'
import { comes, type Moment, type Player } from '#demo/story.ts'

const count = 60
const brokerages = [
  'Casco Bay Properties',
  'Pine & Tide Realty',
  'Walsh & Daughters',
  'Harborview Homes',
  'Beacon Street Brokers',
  'Mill River Realty',
  'Saltmarsh & Stone',
  'Three Chimneys Realty',
  'North Common Homes',
  'Quarry Hill Estates',
  'Lantern Lane Realty',
  'Old Wharf Properties',
]

export function agentCrowd({ days, now }: Clock) {
  const people: Record<string, Player> = {}
  const imported: string[] = []
  const story: Moment[] = []
  for (const [i, face] of crowd(count, 300).entries()) {
    const brokerage = pick(brokerages, i * 5)
    const player: Player = { ...face, title: `Agent, ${brokerage}`, level: 'agent', says: `Books for ${brokerage}` }
    people[face.email] = i % 3 === 0 ? { ...player, registered: false } : player
    if (i % 3 === 0) {
      imported.push(face.email)
      continue
    }
    const came = days(Math.round(9 + 640 * (1 - i / count) ** 1.4), time(i * 37))
    const seen = new Date(
      Math.max(came.getTime() + 50 * 60_000, Math.min(days((i * 11) % 38, time(i * 53)).getTime(), now.getTime() - 90 * 60_000)),
    )
    story.push(comes(face.email, came, 'person.register', seen))
  }
  return { people, imported, story }
}

/** Between seven in the morning and ten at night. */
const time = (n: number) => `${String(7 + (n % 15)).padStart(2, '0')}:${String((n * 7) % 60).padStart(2, '0')}`
