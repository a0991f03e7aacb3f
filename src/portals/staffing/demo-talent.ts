// Two hundred talents more, who came through the Portal Link over the past year.
import type { Clock } from '#demo/clock.ts'
import { crowd, pick } from '#demo/crowd.ts'
import { comes, type Moment, type Player } from '#demo/story.ts'

const count = 200
const professions = [
  'ICU nurse',
  'Telemetry nurse',
  'Medical-surgical nurse',
  'Emergency nurse',
  'Operating room nurse',
  'Labor and delivery nurse',
  'Pediatric nurse',
  'Oncology nurse',
  'Dialysis nurse',
  'Respiratory therapist',
  'Physical therapist',
  'Surgical technologist',
  'Nursing assistant',
]
const places = [
  'Portland',
  'Bangor',
  'Boston',
  'Burlington',
  'Concord',
  'Providence',
  'Hartford',
  'Lewiston',
  'Worcester',
  'Augusta',
  'Nashua',
]

export function talentCrowd({ days, now }: Clock): { people: Record<string, Player>; story: Moment[] } {
  const people: Record<string, Player> = {}
  const story: Moment[] = []
  for (const [i, face] of crowd(count).entries()) {
    const profession = pick(professions, i * 5)
    people[face.email] = { ...face, title: profession, level: 'talent', says: `${profession}, ${pick(places, i * 3)}` }
    const ago = Math.round(1 + 419 * (1 - i / count))
    const came = days(ago, time(i * 37))
    const seen = new Date(
      Math.max(came.getTime() + 35 * 60_000, Math.min(days((i * 13) % 45, time(i * 53)).getTime(), now.getTime() - 70 * 60_000)),
    )
    story.push(comes(face.email, came, 'portal_link.sign_up', seen))
  }
  return { people, story }
}

/** Between seven in the morning and ten at night. */
const time = (n: number) => `${String(7 + (n % 15)).padStart(2, '0')}:${String((n * 7) % 60).padStart(2, '0')}`
