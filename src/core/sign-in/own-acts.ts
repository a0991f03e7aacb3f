import { useMe } from '#web/me.ts'
import { useRecord } from '#web/query.ts'
import { capital } from '../permissions/rows.ts'

const you: Record<string, string> = { they: 'you', them: 'you', their: 'your', theirs: 'yours', themselves: 'yourself' }
/** The rules speak of "them"; to oneself they say "you". */
export const toYou = (text: string) =>
  capital(text.replace(/\b(?:they|them|their|theirs|themselves)\b/gi, (word) => you[word.toLowerCase()]!))

/** What one may do oneself, from the running policy, by area. */
export function useOwnActs() {
  const { person } = useMe()
  const acts = useRecord('person', [person.id, 'permissions'], (api) => api.permissions.ofPerson({ id: person.id }))
  const mine = (acts.data ?? []).filter(({ kind }) => kind !== 'no')
  return { ...acts, areas: [...Map.groupBy(mine, ({ area }) => area)] }
}
