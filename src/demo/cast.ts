// Who can be walked in as: everybody of the demo's agencies who has registered, the ones the story is about first.
import { conflict, notFound } from '#core/errors.ts'
import type { Visit } from '#core/guard.ts'
import { levelOf } from '#core/portal.ts'
import { clockOf } from './clock.ts'
import { demoPassword } from './furnish.ts'
import type { Demo, Scene } from './story.ts'

export async function castOf(visit: Visit, demos: readonly Demo[]) {
  const scenes = demos.map((demo) => demo(clockOf(new Date())))
  const slugs = scenes.map(({ agency }) => agency.slug)
  const places = await visit.logins.selectFrom('directory_slug').selectAll().where('slug', 'in', slugs).execute()
  const there = scenes.flatMap((scene) => {
    const place = places.find(({ slug }) => slug === scene.agency.slug)
    return place ? [troupeOf(visit, scene, place.agency_id)] : []
  })
  return Promise.all(there)
}

/** In the order of its scene, which is the one of the sign-in page. */
function troupeOf({ works }: Visit, scene: Scene, agency_id: string) {
  return works.asGuest({ agency: agency_id, writes: false }, async ({ agency, portal, db }) => {
    const { id, slug, name, kind, colour, owner_id } = agency!
    const registered = db
      .selectFrom('person')
      .select(['id', 'name', 'email', 'level'])
      .where('agency_id', '=', id)
      .where('registered', '=', true)
    const rows = new Map((await registered.execute()).map((row) => [row.email, row]))
    const people = Object.values(scene.people).flatMap(({ email = '', says }) => {
      const row = rows.get(email)
      const level = kind === 'staffing' && row?.id === owner_id ? 'owner' : row?.level
      return row && level ? [{ id: row.id, name: row.name, level, levelTitle: levelOf(portal!, level).title, says }] : []
    })
    return { agency: { id, slug, name, kind, colour, says: scene.agency.says }, people }
  })
}

/** A real session, by the password that everybody of the demo has. It is no request of sign-in's own, so its limit does not count it. */
export async function enter(visit: Visit, demos: readonly Demo[], person: string) {
  const email = await addressOf(visit, demos, person)
  const answer = await visit.auth.api.signInEmail({ body: { email, password: demoPassword }, headers: visit.headers, asResponse: true })
  if (!answer.ok) throw conflict('own_password', `${email} has a password of their own now. Sign in with it.`)
  for (const cookie of answer.headers.getSetCookie()) visit.answer.append('set-cookie', cookie)
}

async function addressOf({ logins }: Visit, demos: readonly Demo[], person: string) {
  const slugs = demos.map((demo) => demo(clockOf(new Date())).agency.slug)
  const places = await logins
    .selectFrom('directory_person')
    .innerJoin('directory_slug', 'directory_slug.agency_id', 'directory_person.agency_id')
    .select('login_id')
    .where('person_id', '=', person)
    .where('slug', 'in', slugs)
    .executeTakeFirst()
  const login = places && (await logins.selectFrom('login').select('email').where('id', '=', places.login_id).executeTakeFirst())
  if (!login) throw notFound('person')
  return login.email
}
