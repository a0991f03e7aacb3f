import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused, type Said, sentence } from '../api.ts'
import { goToWrong } from '../kit/fields.tsx'
import { queries, sessionQuery } from '../query.ts'

/** One press of a public form: busy, then done or a sentence; wrong fields are named and the first one takes the focus. */
export function usePress<Out>(act: () => Promise<Out>, done: (out: Out) => void) {
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const press = useMutation({
    mutationFn: act,
    onSuccess: done,
    onError: (error) => {
      const fields = error instanceof Refused ? (error.said.fields ?? {}) : {}
      setWrong(fields)
      goToWrong(fields)
    },
  })
  const onlyFields = Object.keys(wrong).length > 0
  return {
    busy: press.isPending,
    wrong,
    said: press.error && !onlyFields ? sentence(press.error) : null,
    /** Checks what can be seen here first; the server checks everything again. */
    run: (missing: Record<string, string | false | undefined> = {}) => {
      const fields = Object.fromEntries(Object.entries(missing).filter((entry): entry is [string, string] => !!entry[1]))
      setWrong(fields)
      if (Object.keys(fields).length > 0) return goToWrong(fields)
      press.mutate()
    },
  }
}

/** Better Auth says things its own way; our sentence stands for each code. */
export const said =
  (message: string, codes: Record<string, string> = {}) =>
  (error: unknown) => {
    if (!(error instanceof Refused)) throw error
    const known = codes[error.said.code]
    const words: Said = {
      ...error.said,
      message: known ?? (error.status < 500 && error.status !== 429 && error.status !== 0 ? message : error.said.message),
    }
    throw new Refused(error.status, words, error.request)
  }

/** After signing in everything is another person's: forget what was read, ask again who is here. */
export async function freshSession() {
  queries.clear()
  return queries.fetchQuery(sessionQuery)
}

/** Only addresses of our own may follow a sign-in. */
export const ownAddress = (to: string | undefined) => (to && /^\/(?![/\\])/.test(to) ? to : '/')
