import { IconBan, IconCopy, IconLogout, IconMail, IconPencil, IconRestore, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import type { Can } from '#web/api.ts'
import type { Items } from '#web/kit/row-menu.tsx'
import { toast } from '#web/kit/toast.tsx'
import { may, useHref, useMe } from '#web/me.ts'
import { useAddress } from '#web/use.ts'
import { type Asking, PersonQuestion } from './person-question.tsx'
import { first, type Person } from './person-shapes.ts'

/** Edit opens when any part of the form is open to us: contact data, level or job roles. */
export function mayEdit(person: Pick<Person, 'id' | 'can'>) {
  const parts = ['person.edit', 'person.set_level', 'person.set_job_roles'].map((action) => may(person, action))
  return parts.find(({ can }) => can === true) ?? parts[0]!
}

/** What the ellipsis of a person offers, and the questions that some of it asks first. */
export function usePersonActs() {
  const me = useMe()
  const href = useHref()
  const [, set] = useAddress()
  const [asking, setAsking] = useState<{ person: Person; what: Asking } | null>(null)
  const [open, setOpen] = useState(false)
  const ask = (person: Person, what: Asking) => {
    setAsking({ person, what })
    setOpen(true)
  }
  const items = (person: Person): Items => {
    const self = person.id === me.person.id
    const edit = mayEdit(person)
    return [
      self && edit.can !== true
        ? { label: 'Edit', icon: IconPencil, to: href('profile') }
        : { label: 'Edit', icon: IconPencil, ...edit, onAct: () => set({ panel: 'edit', id: person.id }) },
      { label: 'Send password reset', icon: IconMail, ...resetFor(person), onAct: () => ask(person, 'reset') },
      { label: 'End sessions', icon: IconLogout, ...sessionsOf(person), onAct: () => ask(person, 'sessions') },
      'line',
      {
        label: self ? 'What you may do' : `What ${first(person)} may do`,
        icon: IconTable,
        to: href(`users/${person.id}`),
        search: { tab: 'may' },
      },
      { label: 'Copy e-mail address', icon: IconCopy, can: hasAddress(person), onAct: () => copy(person.email!) },
      'line',
      person.status === 'active'
        ? { label: 'Deactivate', icon: IconBan, danger: true, ...may(person, 'person.deactivate'), onAct: () => ask(person, 'deactivate') }
        : { label: 'Restore', icon: IconRestore, ...may(person, 'person.restore'), onAct: () => ask(person, 'restore') },
    ]
  }
  const dialogs = asking && (
    <PersonQuestion
      key={`${asking.person.id} ${asking.what}`}
      {...asking}
      opened={open}
      close={() => setOpen(false)}
      reopen={(what) => ask(asking.person, what)}
    />
  )
  return { items, dialogs }
}

// Not a right is missing here but a state: the same sentences the server answers with.
const hasAddress = (person: Person): Can =>
  person.email ? true : { code: 'no_address', message: `${person.name} has no e-mail address.`, moment: true }
function resetFor(person: Person) {
  const right = may(person, 'person.send_reset')
  if (right.can !== true) return right
  if (!person.registered)
    return {
      can: { code: 'not_registered', message: `${person.name} has not registered yet, so there is no password to set anew.`, moment: true },
    }
  return { ...right, can: hasAddress(person) }
}
function sessionsOf(person: Person) {
  const right = may(person, 'person.end_sessions')
  if (right.can !== true || person.registered) return right
  return { can: { code: 'not_registered', message: `${person.name} has not registered yet, so there is nothing to end.`, moment: true } }
}

export function copy(text: string) {
  void navigator.clipboard?.writeText(text).then(() => toast(`Copied ${text}.`))
}
