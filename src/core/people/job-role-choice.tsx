import { useId } from 'react'
import { Note } from '#web/kit/note.tsx'
import { may, useMe } from '#web/me.ts'
import css from './people.module.css'
import type { Person } from './person-shapes.ts'

type Props = { person?: Person; value: string[]; choose: (roles: string[]) => void }

/** What somebody is addressed by, any number; it gives no rights. */
export function JobRoleChoice({ person, value, choose }: Props) {
  const me = useMe()
  const hint = useId()
  const can = person ? may(person, 'person.set_job_roles').can : true
  const locked = can !== true
  const turn = (role: string) => choose(value.includes(role) ? value.filter((one) => one !== role) : [...value, role].sort())
  return (
    <fieldset className={css.roles} aria-describedby={hint}>
      <legend>Job roles</legend>
      {locked && <Note>{can.message}</Note>}
      <div className={css.chips}>
        {me.portal.jobRoles.map((role) => (
          <label key={role} className={css.role} data-locked={locked || undefined}>
            <input
              type="checkbox"
              checked={value.includes(role)}
              aria-disabled={locked || undefined}
              onChange={() => !locked && turn(role)}
            />
            <span aria-hidden="true">@</span>
            {role}
          </label>
        ))}
      </div>
      <p className={css.hint} id={hint}>
        Writing @{value[0] ?? 'Project Manager'} reaches everybody with that job role. Job roles give no rights.
      </p>
    </fieldset>
  )
}
