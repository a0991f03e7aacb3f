// Who may call what: every operation of the running contract, by everybody there is, against the table.
import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '#core/work/trail.ts'
import type { Kind } from '#db/tables.ts'
import { cookieOf, signUp } from '../house/cast.ts'
import { openTestHouse } from '../house/house.ts'
import { ask, call, cookie } from './ask.ts'
import { exampleOf, expected, prepare, targets } from './expected.ts'
import { type Operation, ofAgency, writes } from './operations.ts'
import { actors, outside, type Stage, stage } from './stage.ts'

const house = await openTestHouse()
const seen = outside()
const stages: Record<Kind, Stage> = { media: await stage(house, 'media'), staffing: await stage(house, 'staffing') }
const others: Record<Kind, Stage> = { media: await stage(house, 'media'), staffing: await stage(house, 'staffing') }
const kinds: Kind[] = ['media', 'staffing']
let asked = 0
let refused = 0
let allowed = 0
afterAll(async () => {
  console.log(`Authorization: ${asked} requests, ${refused} refused and ${allowed} allowed as the table says.`)
  await seen.end()
  await house.close()
})

/** Those who are nobody here: without a cookie, with a bad one, with one that ended, from elsewhere, from nowhere. */
async function nobodies(at: Stage): Promise<Record<string, { cookie?: string; status: number }>> {
  const stranger = { login: newId(), token: `stranger-${newId()}`, email: `stranger@${newId()}.example` }
  await signUp(house, stranger, 'stranger')
  const ended = { login: newId(), token: `ended-${newId()}`, email: `ended@${newId()}.example` }
  await signUp(house, ended, 'ended')
  await seen.pool.query(`update login.login_session set expires_at = now() - interval '1 second' where login_id = $1`, [ended.login])
  await seen.pool.query('update rolecall.person set login_id = $1 where agency_id = $2 and id = $3', [
    ended.login,
    at.id,
    at.person.unregistered,
  ])
  const top = at.kind === 'staffing' ? 'olive' : 'ada'
  const good = cookie(at, top)
  return {
    nobody: { status: 401 },
    'a garbage cookie': { cookie: 'rolecall=garbage', status: 401 },
    'a cookie with another signature': { cookie: `${good.slice(0, -6)}AAAAAA`, status: 401 },
    'a session that has ended': { cookie: cookieOf(ended.token), status: 401 },
    'a login in no agency': { cookie: cookieOf(stranger.token), status: 404 },
    'the top of another agency of the same kind': { cookie: cookie(others[at.kind], top), status: 404 },
    'the top of an agency of the other kind': {
      cookie: cookie(others[at.kind === 'media' ? 'staffing' : 'media'], top === 'ada' ? 'olive' : 'ada'),
      status: 404,
    },
  }
}

describe.each(kinds)('%s', (kind) => {
  test('whoever is nobody here gets nothing out of any operation, with a good input too [guarantee F2] [guarantee F9] [staffing 83]', async () => {
    const at = stages[kind]
    const strangers = await nobodies(at)
    const before = await seen.fingerprint(at.id, others.media.id, others.staffing.id)
    for (const operation of ofAgency)
      for (const [who, { cookie, status }] of Object.entries(strangers)) {
        const { input } = await prepare(seen, at, operation, targets(at, operation, kind === 'media' ? 'ada' : 'olive')[0]!)
        const answer = await call(house, at.id, operation, input, cookie)
        asked++
        refused++
        expect(answer, `${operation.name} by ${who}: ${answer.text}`).toMatchObject({
          status,
          body: { code: status === 401 ? 'signed_out' : 'not_found' },
        })
        expect(Object.keys(answer.body)).toEqual(['code', 'message'])
        const nowhere = await call(house, newId(), operation, input, cookie)
        expect(nowhere, `${operation.name} by ${who}: an agency that is not there answers the same`).toMatchObject({
          status,
          text: answer.text,
        })
      }
    expect(await seen.fingerprint(at.id, others.media.id, others.staffing.id)).toEqual(before)
  })

  test.each(ofAgency)('$method $path: everybody is answered as the table says [guarantee F2]', async (operation) => {
    // A writing operation has an agency of its own, so that what it changes is nobody else's.
    const at = writes(operation) ? await stage(house, kind) : stages[kind]
    const could: string[] = []
    for (const actor of actors[kind]) {
      const about = targets(at, operation, actor)
      for (const target of about) {
        const tried = await prepare(seen, at, operation, target)
        const should = await expected(seen, at, operation, actor, tried)
        const before = should === 'allowed' ? [] : await seen.fingerprint(at.id)
        const answer = await call(house, at.id, operation, tried.input, cookie(at, actor))
        const story = `${actor} ${operation.name} ${JSON.stringify(tried.input)} -> ${answer.status} ${answer.text.slice(0, 200)}`
        asked++
        if (should === 'allowed') {
          allowed++
          const fine = answer.status === 200 || (exampleOf(operation).also ?? []).includes(answer.body.code)
          expect(fine, `The table allows this: ${story}`).toBe(true)
          if (answer.status === 200) could.push(actor)
        } else {
          refused++
          expect({ status: answer.status, code: answer.body.code }, story).toEqual(should)
          expect(await seen.fingerprint(at.id), `Refused, and yet something changed: ${story}`).toEqual(before)
        }
      }
    }
    if (isHere(operation, kind)) expect(could, 'somebody may do this, with the very same input').not.toEqual([])
    else expect(could).toEqual([])
  })
})
const isHere = ({ kind }: Operation, here: Kind) => kind === undefined || kind === here

test('who has not registered has no way to sign in, so a person without a login is nobody [guarantee F2]', async () => {
  const { rows } = await seen.pool.query('select 1 from rolecall.person where agency_id = $1 and id = $2 and login_id is null', [
    others.media.id,
    others.media.person.unregistered,
  ])
  expect(rows).toHaveLength(1)
  const answer = await ask(house, { method: 'GET', path: `/api/agencies/${others.media.id}/me`, cookie: cookieOf('') })
  expect(answer.status).toBe(401)
})
