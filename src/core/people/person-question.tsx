import { plural } from '#web/format/words.ts'
import { ConfirmAct } from '#web/kit/confirm-act.tsx'
import { toast } from '#web/kit/toast.tsx'
import { opens, useMe } from '#web/me.ts'
import { useAct, useApi, useRecord } from '#web/query.ts'
import { useFocusBack } from './focus-back.ts'
import { first, levelName, levelTitle, type Person } from './person-shapes.ts'

export type Asking = 'deactivate' | 'restore' | 'sessions' | 'reset'
type Props = { person: Person; what: Asking; opened: boolean; close: () => void; reopen: (what: Asking) => void }

/** Asks before access begins or ends: what happens, in words, and the verb on the button. */
export function PersonQuestion({ person, what, opened, close, reopen }: Props) {
  const me = useMe()
  const api = useApi()
  const name = first(person)
  const self = person.id === me.person.id
  useFocusBack(opened, person.name)
  const { id } = person
  const words = wordsFor(person, self, me.agency.name, levelTitle(me, levelName(person)))[what]
  const restore = useAct({
    act: () => api.people.restore({ id }),
    touches: ['person', 'invitation'],
    done: () => toast(`${name} is back.`),
  })
  const act = useAct<void, unknown>({
    act: () =>
      what === 'deactivate'
        ? api.people.deactivate({ id })
        : what === 'restore'
          ? api.people.restore({ id })
          : what === 'sessions'
            ? api.people.endSessions({ id })
            : api.people.sendReset({ id }),
    touches: ['person', 'invitation'],
    done: () => {
      close()
      // Undo is decided like any act: a refusal is shown where it can be read, in the question about restoring.
      toast(words.done, what === 'deactivate' && !self ? () => restore.ask().catch(() => reopen('restore')) : undefined)
    },
  })
  return (
    <ConfirmAct
      opened={opened}
      title={words.title}
      label={words.label}
      onAct={() => act.run()}
      onClose={() => {
        act.forget()
        close()
      }}
      busy={act.busy}
      said={act.said}
      danger={what === 'deactivate'}
    >
      {words.says}
      {what === 'deactivate' && <OpenInvitations of={person} />}
    </ConfirmAct>
  )
}

/** Those somebody sent die with their access, so the question names how many. */
function OpenInvitations({ of }: { of: Person }) {
  const me = useMe()
  const asks = opens(me, 'invitation.read')
  const { data } = useRecord('invitation', ['all'], (api) => api.invitations.list({ most: 100 }), asks)
  const count = data?.invitations.filter((one) => one.sender.id === of.id && one.state === 'open').length ?? 0
  if (count === 0) return null
  return (
    <p style={{ marginTop: 8 }}>{`${plural(count, 'open invitation')} that ${first(of)} sent ${count === 1 ? 'is' : 'are'} revoked.`}</p>
  )
}

function wordsFor(person: Person, self: boolean, agency: string, title: string) {
  const name = first(person)
  return {
    deactivate: {
      title: self ? 'Deactivate yourself?' : `Deactivate ${name}?`,
      says: self
        ? `You are signed out of ${agency} at once. What you did stays, and somebody else has to restore you.`
        : person.registered
          ? `${name} is signed out of ${agency} at once and cannot come back until somebody restores the account. What ${name} did stays.`
          : `${name} cannot register at ${agency} until somebody restores the account. What is known about ${name} stays.`,
      label: self ? 'Deactivate yourself' : `Deactivate ${name}`,
      done: self ? 'You are deactivated.' : `${name} is deactivated.`,
    },
    restore: {
      title: `Restore ${name}?`,
      says: `${name} comes back to ${agency} as ${title}, with everything that was there before.`,
      label: `Restore ${name}`,
      done: `${name} is back.`,
    },
    sessions: {
      title: self ? 'End your own sessions?' : `End the sessions of ${name}?`,
      says: self
        ? 'Every browser and phone you are signed in with asks for your password again, this one too.'
        : `Every browser and phone ${name} is signed in with asks for the password again. What ${name} typed and did not save is lost.`,
      label: 'End sessions',
      done: self ? 'You are signed out everywhere.' : `${name} is signed out everywhere.`,
    },
    reset: {
      title: self ? 'Send yourself a password reset?' : `Send ${name} a password reset?`,
      says: `A link for a new password goes to ${person.email}. The present password works until the link is used.`,
      label: 'Send password reset',
      done: `The link for a new password is on its way to ${person.email}.`,
    },
  } satisfies Record<Asking, { title: string; says: string; label: string; done: string }>
}
