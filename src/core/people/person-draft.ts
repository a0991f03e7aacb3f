// What is typed about a person, beside what is saved; and how it is saved, step by step, each on the version the last one left.
import { useEffect, useState } from 'react'
import { Refused } from '#web/api.ts'
import type { AgencyClient } from '#web/client.ts'
import { formatPhone } from '#web/format/phone.ts'
import { useMe } from '#web/me.ts'
import { useAct, useApi } from '#web/query.ts'
import { type Draft, useDraft } from '#web/unsaved.ts'
import type { Person, PersonOnPage } from './person-shapes.ts'

export type Values = { name: string; phone: string; email: string; title: string; level: string; job_roles: string[] }
export const labels: Record<keyof Values, string> = {
  name: 'Name',
  phone: 'Phone',
  email: 'E-mail',
  title: 'Title',
  level: 'Level',
  job_roles: 'Job roles',
}
/** Which right each field needs. */
export const needs = (field: keyof Values) =>
  field === 'level' ? 'person.set_level' : field === 'job_roles' ? 'person.set_job_roles' : 'person.edit'

export const valuesOf = (person: Person, currency: string): Values => ({
  name: person.name,
  phone: person.phone ? formatPhone(person.phone, currency) : '',
  email: person.email ?? '',
  title: person.title ?? '',
  level: person.level,
  job_roles: person.job_roles,
})

/** Empty means none; a name is never empty. */
export const contactOf = ({ name, phone, email, title }: Partial<Values>) => ({
  ...(name !== undefined && { name: name.trim() }),
  ...(phone !== undefined && { phone: phone.trim() || null }),
  ...(email !== undefined && { email: email.trim() || null }),
  ...(title !== undefined && { title: title.trim() || null }),
})

type Saved = (now: Person, rest: Partial<Values>) => void
/** Contact, then level, then job roles: three acts with three audit lines. `saved` hears of each, so a later refusal loses nothing. */
async function save(api: AgencyClient, person: Person, changes: Partial<Values>, roles: boolean, saved: Saved) {
  const { id } = person
  const { level, job_roles, ...contact } = changes
  let { version } = person
  const step = async (act: Promise<Person>, rest: Partial<Values>) => {
    const now = await act
    version = now.version
    saved(now, rest)
  }
  const then = roles && job_roles ? { job_roles } : {}
  if (Object.keys(contact).length)
    await step(api.people.edit({ id, version, ...contactOf(contact) }), { ...(level !== undefined && { level }), ...then })
  if (level !== undefined) await step(api.people.setLevel({ id, version, level }), then)
  if (then.job_roles) await step(api.people.setJobRoles({ id, version, job_roles: then.job_roles }), {})
}

export type Edit = {
  draft: Draft<Values>
  /** Somebody saved meanwhile: who, and when. */
  met: { name: string; at: string } | null
  save: ReturnType<typeof useAct<void, void>>
}

/** The form of one person. What others save while it is open is merged; where both changed the same, both values stand. */
export function usePersonEdit(person: PersonOnPage, refresh: () => Promise<unknown>, done: (changes: Partial<Values>) => void): Edit {
  const me = useMe()
  const api = useApi()
  const { currency } = me.agency
  const draft = useDraft(valuesOf(person, currency))
  const [base, setBase] = useState<Person>(person)
  const [met, setMet] = useState<Edit['met']>(null)
  const stand = (now: Person) => setBase((was) => (now.version > was.version ? now : was))
  const { version } = person
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newer record is news
  useEffect(() => {
    if (version <= base.version) return
    const by = person.updated_by
    if (draft.count > 0 && by?.id !== me.person.id) setMet({ name: by?.name ?? 'Somebody', at: person.updated_at })
    stand(person)
    draft.meet(valuesOf(person, currency))
  }, [version])
  const act = useAct<void, void>({
    act: async () => {
      const { changes } = draft
      const level = changes.level ?? base.level
      const team = me.portal.levels.find((one) => one.name === level)?.side === 'team'
      const saved: Saved = (now, rest) => {
        stand(now)
        draft.reset(valuesOf(now, currency))
        for (const [name, value] of Object.entries(rest)) draft.set(name as 'job_roles', value as string[])
      }
      await save(api, base, changes, team, saved).catch(async (error: unknown) => {
        if (error instanceof Refused && error.said.code === 'changed_meanwhile') await refresh()
        throw error
      })
      done(changes)
    },
    touches: ['person'],
  })
  return { draft, met, save: act }
}
