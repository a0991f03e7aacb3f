import { Refused } from '#web/api.ts'
import { firstName } from '#web/format/words.ts'

/** Somebody saved first: the sentence, whose values they are ("Adam's"), and the record as it is now. Null for any other error. */
export function changedMeanwhile<T>(error: unknown) {
  if (!(error instanceof Refused) || error.said.code !== 'changed_meanwhile' || !error.said.current) return null
  const { message, current } = error.said
  const who = /^(.+) changed this\b/.exec(message)?.[1]
  return { says: message, whose: who && who !== 'Somebody' ? `${firstName(who)}'s` : 'theirs', current: current as T }
}
