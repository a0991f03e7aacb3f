import { TextField, Two } from '#web/kit/fields.tsx'
import { Note } from '#web/kit/note.tsx'
import { may } from '#web/me.ts'
import type { Values } from './person-draft.ts'
import type { Person } from './person-shapes.ts'
import type { Wrong } from './wrong.ts'

type Contact = Pick<Values, 'name' | 'phone' | 'email' | 'title'>
type Props = { person?: Person; values: Contact; set: (name: keyof Contact, value: string) => void; wrong: Wrong }

/** Name, phone, e-mail, title. Without the right they stay readable and say why; a proven address is its owner's to change. */
export function ContactFields({ person, values, set, wrong }: Props) {
  const can = person ? may(person, 'person.edit').can : true
  const proven = !!person?.registered && person.email !== null
  const field = (name: keyof Contact, label: string) => ({
    label,
    name,
    value: values[name],
    onChange: (value: string) => set(name, value),
    error: wrong[name],
    readOnly: can !== true,
  })
  return (
    <>
      {can !== true && <Note>{can.message}</Note>}
      <Two>
        <TextField {...field('name', 'Name')} autoFocus={!person} />
        <TextField {...field('phone', 'Phone')} type="tel" optional />
        <TextField
          {...field('email', 'E-mail')}
          type="email"
          optional={!proven}
          readOnly={can !== true || proven}
          hint={proven && can === true ? `${person.name} signs in and has proven this address, so only they can change it.` : undefined}
        />
        <TextField {...field('title', 'Title')} optional />
      </Two>
    </>
  )
}
