import { useQuery } from '@tanstack/react-query'
import { plural } from '#web/format/words.ts'
import { Note } from '#web/kit/note.tsx'
import { opens, useMe } from '#web/me.ts'
import { useApi } from '#web/query.ts'

/** Mail that has not left, for those who may see that: why, in the words of the last try. */
export function WaitingLetters() {
  const me = useMe()
  const api = useApi()
  // Nobody is told when a letter has been tried, so the page asks while it is open.
  const { data } = useQuery({
    queryKey: [me.agency.id, 'invitation', 'letters'],
    queryFn: () => api.letters.waiting(),
    enabled: opens(me, 'outbox.read'),
    refetchInterval: 5_000,
  })
  const stuck = data?.filter((letter) => letter.problem !== null) ?? []
  if (stuck.length === 0) return null
  return (
    <div className="grow">
      <Note tone="warn">
        {plural(stuck.length, 'letter waits', 'letters wait')} to leave. {stuck[0]!.problem}
      </Note>
    </div>
  )
}
