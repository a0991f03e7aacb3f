// One invitation, many who press Join.
import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { hashInvitation } from '#core/invitations/invitations.ts'
import { newId } from '#core/work/trail.ts'
import { cookieOf, mediaAgency, signUp } from '../house/cast.ts'
import { sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'
import { visitor } from '../house/visitor.ts'
import { crowd, fewAtOnce, scratch } from './crowd.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const racers = 50
const rounds = 20
/** A link to the agency's invitation, as if its letter had arrived. */
async function linkOf(agency: string) {
  const token = randomBytes(32).toString('base64url')
  const [{ id }] = (await sql<{ id: string }>('update rolecall.invitation set token_hash = $2 where agency_id = $1 returning id', [
    agency,
    hashInvitation(token),
  ])) as [{ id: string }]
  await sql('insert into login.directory_invitation values ($1, $2, $3)', [hashInvitation(token), agency, id])
  return token
}
const count = (answers: { status: number; body: { code?: string } }[]) => {
  const said = answers.map(({ status, body }) => `${status} ${body.code ?? ''}`.trim())
  return Object.fromEntries([...new Set(said)].sort().map((one) => [one, said.filter((other) => other === one).length]))
}

test('[guarantee C2] fifty accept one invitation at once, twenty times: one joins, the others hear that it is used', {
  timeout: 90_000,
}, async () => {
  const agencies = await crowd(house, rounds, 'media', { ada: 'admin' })
  await fewAtOnce(agencies, 1, async ({ id, as }) => {
    const email = `ed@a-${id.slice(-12)}.example`
    expect((await as('ada', 'POST', '/invitations', { emails: [email], level: 'staff' })).status).toBe(200)
    const token = await linkOf(id)
    const ed = { login: newId(), token: newId(), email }
    await signUp(house, ed, 'ed')
    const accept = () => visitor(house, cookieOf(ed.token)).call('POST', `/api/invitations/${token}/acceptance`, {})
    expect(count(await Promise.all(Array.from({ length: racers }, accept)))).toEqual({ 200: 1, '410 invitation_used': racers - 1 })
    expect(await sql('select level from rolecall.person where agency_id = $1 and email = $2', [id, email])).toEqual([{ level: 'staff' }])
    expect(await sql(`select seq from rolecall.audit where agency_id = $1 and action = 'invitation.accept'`, [id])).toHaveLength(1)
    expect(await sql('select agency_id from login.directory_person where login_id = $1', [ed.login])).toHaveLength(1)
  })
})

test('[guarantee C2] two browsers without an account accept at once: one account, one person, no error', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 2; round++) {
    const agency = await mediaAgency(house)
    const email = `eve@${agency.slug}.example`
    await agency.as('ada', 'POST', '/invitations', { emails: [email], level: 'staff' })
    const token = await linkOf(agency.id)
    const accept = (n: number) =>
      visitor(house).call('POST', `/api/invitations/${token}/acceptance`, { name: 'Eve', password: `a long enough one ${n}` })
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(accept))
    const { 200: joined, ...others } = count(answers)
    expect(joined).toBe(1)
    expect(Object.keys(others).filter((said) => said !== '410 invitation_used' && said !== '409 sign_in_first')).toEqual([])
    expect(await sql('select id from login.login where email = $1', [email])).toHaveLength(1)
    expect(
      await sql('select a.id from login.login_account a join login.login l on l.id = a.login_id where l.email = $1', [email]),
    ).toHaveLength(1)
    expect(await sql('select id from rolecall.person where agency_id = $1 and email = $2', [agency.id, email])).toHaveLength(1)
  }
})

test('[guarantee C2] the careless twin looks whether the invitation is open and then adds the person: some join twice', async () => {
  const twice = await scratch(
    'public.careless_invitation',
    'id int primary key, state text, people int not null default 0',
    async (pool) => {
      await pool.query(`insert into public.careless_invitation select i, 'open' from generate_series(1, $1) i`, [rounds])
      const accept = async (id: number) => {
        const { rows } = await pool.query('select state from public.careless_invitation where id = $1', [id])
        if (rows[0].state !== 'open') return
        await pool.query('update public.careless_invitation set people = people + 1 where id = $1', [id])
        await pool.query(`update public.careless_invitation set state = 'accepted' where id = $1`, [id])
      }
      for (let id = 1; id <= rounds; id++) await Promise.all(Array.from({ length: racers }, () => accept(id)))
      return (await pool.query('select id from public.careless_invitation where people > 1')).rows.length
    },
  )
  expect(twice).toBeGreaterThan(0)
})
