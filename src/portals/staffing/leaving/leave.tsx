import { useState } from 'react'
import { Act } from '#web/kit/act.tsx'
import { ConfirmAct } from '#web/kit/confirm-act.tsx'
import { mayBegin, opens, useMe } from '#web/me.ts'
import { useAct, useApi } from '#web/query.ts'

/** The quiet way out, below everything else of the profile. */
export function Leave() {
  const me = useMe()
  const api = useApi()
  const [asking, setAsking] = useState(false)
  const { name } = me.agency
  const leave = useAct({ act: () => api.leaving.leave(), touches: [], done: () => location.assign('/') }) // nothing of this agency stays in memory
  if (me.person.side === 'client') return null
  const close = () => {
    setAsking(false)
    leave.forget()
  }
  return (
    <div style={{ marginTop: 24 }}>
      <Act label={`Leave ${name}`} quiet small position="bottom-start" onAct={() => setAsking(true)} {...mayBegin(me, 'person.leave')} />
      <ConfirmAct
        opened={asking}
        title={`Leave ${name}?`}
        label={`Leave ${name}`}
        onAct={() => leave.run()}
        onClose={close}
        busy={leave.busy}
        said={leave.said}
        danger
      >
        You are signed out of {name} at once. What you did stays
        {opens(me, 'invitation.read') && ', and the open invitations you sent are revoked'}. An Account Administrator or the Account Owner
        can bring you back.
      </ConfirmAct>
    </div>
  )
}
