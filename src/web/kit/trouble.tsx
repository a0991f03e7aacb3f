import { CopyButton } from '@mantine/core'
import { Refused, sentence } from '../api.ts'
import { Act } from './act.tsx'
import css from './empty-state.module.css'

/** In place of what could not be loaded: one sentence, Try again, the request's number to copy. */
export function Trouble({ error, retry }: { error: Error; retry: () => void }) {
  const request = error instanceof Refused ? error.request : null
  return (
    <div className={css.empty} role="alert">
      <p>{sentence(error).message}</p>
      <div className="row">
        <Act label="Try again" onAct={retry} />
        {request && (
          <CopyButton value={request}>
            {({ copied, copy }) => <Act label={copied ? 'Copied' : `Copy ${request.slice(0, 8)}`} onAct={copy} quiet />}
          </CopyButton>
        )}
      </div>
    </div>
  )
}
