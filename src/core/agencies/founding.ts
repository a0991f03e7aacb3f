// Creating an agency: its first person keeps it from the first instant, or nothing is there at all.
import type { z } from 'zod'
import { badInput, portalNameTaken, signedOut } from '../errors.ts'
import type { Visit } from '../guard.ts'
import { sourceIn } from '../sign-in/limits.ts'
import { newId } from '../work/trail.ts'
import type { foundingContract } from './agencies.contract.ts'

type Founding = z.infer<NonNullable<(typeof foundingContract.found)['~orpc']['inputSchema']>>
const colours = ['#1F4E79', '#8A3B1F', '#2F6B3A', '#5B3A8A', '#7A4F00', '#0E6577', '#8A1F4E', '#3A4A5A']

/** Founds the agency for whoever is signed in; a visitor signs up in the same step and gets the cookie. */
export async function foundAgency(visit: Visit, asked: Founding): Promise<{ id: string; slug: string }> {
  const [id, person] = [newId(), newId()]
  const slug = asked.slug ?? freeSlug(asked.name)
  const login = visit.login ?? (await signUp(visit, asked.you, slug))
  const asking = { agency: id, writes: true, request: visit.request, source: sourceIn(visit.headers) }
  await visit.works.asGuest(asking, async ({ db, trail, now }) => {
    const founder = asked.kind === 'media' ? 'admin' : 'administrator'
    const same = { version: 1, created_at: now, updated_at: now, updated_by: person }
    await db
      .insertInto('person')
      .values({
        ...same,
        agency_id: id,
        id: person,
        login_id: login.id,
        name: asked.you.name,
        email: login.email,
        phone: null,
        title: null,
        level: founder,
        created_via: 'founder',
        joined_at: now,
        seen_at: now,
      })
      .execute()
    const colour = colours[id.charCodeAt(35) % colours.length]!
    await db
      .insertInto('agency')
      .values({
        ...same,
        id,
        kind: asked.kind,
        name: asked.name,
        slug,
        zone: asked.zone,
        currency: asked.currency,
        colour,
        owner_id: person,
        owner_since: now,
      })
      .execute()
    await db.insertInto('audit_head').values({ agency_id: id, seq: 0, hash: '' }).execute()
    await db.insertInto('login.directory_slug').values({ slug, agency_id: id }).execute()
    await db.insertInto('login.directory_person').values({ login_id: login.id, agency_id: id, person_id: person }).execute()
    trail.by({ id: person, name: asked.you.name, level: asked.kind === 'media' ? 'admin' : 'owner' })
    trail.record('agency.create', { id, name: asked.name }, { kind: asked.kind })
  })
  return { id, slug }
}

/** Whoever has signed up stays signed in, also when the agency is refused after all. */
async function signUp(visit: Visit, { name, email, password }: Founding['you'], slug: string) {
  if (!email || !password)
    throw !email && !password
      ? signedOut()
      : badInput('bad_input', 'Write your e-mail address and a password.', {
          fields: { [email ? 'password' : 'email']: 'Write this too.' },
        })
  const taken = await visit.logins.selectFrom('directory_slug').select('slug').where('slug', '=', slug).executeTakeFirst()
  if (taken) throw portalNameTaken()
  const answer = await visit.auth.api.signUpEmail({ body: { name, email, password }, headers: visit.headers, asResponse: true })
  const body = (await answer.json()) as { user?: { id: string; email: string }; message?: string }
  if (!answer.ok || !body.user) {
    const known = answer.status === 422
    const message = known
      ? 'This address signs in already. Sign in first, then create the agency.'
      : (body.message ?? 'That password or address does not work.')
    throw badInput(known ? 'sign_in_first' : 'bad_input', message, { fields: { email: message } })
  }
  for (const cookie of answer.headers.getSetCookie()) visit.answer.append('set-cookie', cookie)
  return body.user
}

/** From the name, with a few letters more so that it is nobody's yet. */
function freeSlug(name: string) {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/-+/g, '-')
    .slice(0, 32)
  return `${plain.replace(/^-|-$/g, '') || 'agency'}-${crypto.randomUUID().slice(0, 4)}`
}
