import { useState } from 'react'
import { firstName } from '#web/format/words.ts'
import { Act } from '#web/kit/act.tsx'
import { EmptyState } from '#web/kit/empty-state.tsx'
import { goToWrong, PasswordField } from '#web/kit/fields.tsx'
import { LeaveGuard } from '#web/kit/leave-guard.tsx'
import { Note } from '#web/kit/note.tsx'
import { toast } from '#web/kit/toast.tsx'
import { type May, useHref, useMe } from '#web/me.ts'
import { useAct, useApi } from '#web/query.ts'
import { useUnsaved } from '#web/unsaved.ts'
import { NewOwner } from './new-owner.tsx'
import css from './owner.module.css'
import type { Owner } from './owner-card.tsx'
import { SignedIn, useSignedIn } from './signed-in.tsx'
import { WhenSaved } from './when-saved.tsx'

type Props = { owner: Owner; may: May; close: () => void }

/** The hand-over. It sends whom it showed as the owner, so nobody hands on what somebody else has by now. */
export function OwnerForm({ owner, may, close }: Props) {
  const { agency } = useMe()
  const api = useApi()
  const href = useHref()
  const signedIn = useSignedIn()
  const [to, setTo] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<Record<string, string>>({})
  const unsaved = useUnsaved(to ? 1 : 0)
  const next = owner.candidates.find(({ id }) => id === to)
  const save = useAct({
    act: (id: string) => api.owner.transfer({ to: id, from: owner.owner.id, ...(password ? { password } : {}) }),
    touches: ['agency', 'me', 'person', 'rights'],
    done: (done) => {
      if (unsaved.asking) unsaved.leave()
      close()
      toast(`${firstName(done.owner.name)} is Account Owner now. You are Account Administrator.`)
    },
  })
  const locked = may.can !== true
  const wrong = { ...missing, ...save.said?.fields }
  const press = () => {
    if (locked) return
    const lacks: Record<string, string> = {}
    if (!next) lacks.to = 'Choose who is the next Account Owner.'
    if (!password && !signedIn.fresh) lacks.password = 'Write your password, to be sure that it is you.'
    setMissing(lacks)
    save.forget()
    if (!next || lacks.password) {
      unsaved.stay()
      return goToWrong(lacks)
    }
    save.ask(next.id).catch(() => {
      unsaved.stay()
      goToWrong({ password: '' })
    })
  }
  if (owner.candidates.length === 0 && !locked)
    return (
      <EmptyState boxed says={<Nobody invited={owner.invited} />}>
        <div className="row">
          <Act label="Open Users" to={href('users')} />
          <Act label="Cancel" quiet onAct={close} />
        </div>
      </EmptyState>
    )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        press()
      }}
    >
      {locked && (
        <div className={css.locked}>
          <Note>{may.can !== true && may.can.message}</Note>
        </div>
      )}
      <div className={css.two}>
        <NewOwner owner={owner} value={to} onChange={setTo} error={wrong.to} readOnly={locked} />
        {!locked && <WhenSaved owner={owner} next={next} />}
      </div>
      <div className={css.proof}>
        <PasswordField
          label="Your password"
          name="password"
          value={password}
          onChange={setPassword}
          hint={<SignedIn {...signedIn} />}
          error={wrong.password}
          optional={signedIn.fresh}
          readOnly={locked}
          autoComplete="current-password"
        />
      </div>
      {save.said && !save.said.fields?.password && (
        <p className={css.refused} role="alert">
          {save.said.message}
        </p>
      )}
      <footer className={css.foot}>
        <span className="grow sm t2">{agency.name} always has exactly one Account Owner.</span>
        <Act label="Cancel" quiet onAct={close} />
        <Act label="Save Changes" primary submit busy={save.busy} {...may} />
      </footer>
      <LeaveGuard unsaved={unsaved} whose="the Account Owner" onSave={press} onDiscard={unsaved.leave} busy={save.busy} />
    </form>
  )
}

const Nobody = ({ invited }: { invited: string[] }) => (
  <>
    Make someone an Account Administrator first. Only active Account Administrators can become Account Owner, and you are the only one.
    {invited.length > 0 && ` ${invited[0]} is invited and not in yet.`}
  </>
)
