import { IconCamera, IconHistory, IconKey, IconStethoscope, IconTable, IconUsers } from '@tabler/icons-react'
import { Glyph } from '../kit/glyph.tsx'
import css from './first-visit.module.css'

export type Kind = 'staffing' | 'media'
const kinds = [
  { value: 'staffing', name: 'Staffing agency', says: 'Recruiters and talent: profiles, notes, credentials', icon: IconStethoscope },
  { value: 'media', name: 'Media agency', says: 'Crews and client agents: orders, shoots, videos', icon: IconCamera },
] as const

/** What kind of agency it is, as two cards. */
export function KindCards({ kind, choose }: { kind: Kind; choose: (kind: Kind) => void }) {
  return (
    <fieldset className={css.kinds}>
      <legend className="ears">Kind of agency</legend>
      {kinds.map(({ value, name, says, icon }) => (
        <label key={value} className={css.kind}>
          <input type="radio" name="kind" value={value} checked={kind === value} onChange={() => choose(value)} />
          <Glyph of={icon} size={20} />
          <b>{name}</b>
          <span className={css.small}>{says}</span>
        </label>
      ))}
    </fieldset>
  )
}

const gets = {
  staffing: [
    [IconKey, 'You are the Account Owner', 'Exactly one person is. You can hand it over to an Account Administrator at any time.'],
    [
      IconUsers,
      'Three levels for the team',
      'Account Owner, Account Administrators and Standard Users; talent sign in at the same door and see their own record.',
    ],
  ],
  media: [
    [IconKey, 'You are its first Admin', 'Admins run everything. One of them always stays.'],
    [
      IconUsers,
      'Four levels',
      'Admins, Staff and Contractors in the team; your clients are Agents. Job roles such as Project Manager make people easy to reach.',
    ],
  ],
} as const
const always = [
  [
    IconTable,
    'One table of rights',
    'It decides every click, says why something is refused and who can do it, and can be read and printed.',
  ],
  [IconHistory, 'A history that cannot be rewritten', 'Who did what to whom, allowed and refused, from the first minute.'],
] as const

/** What stands ready after the one button. */
export function WhatYouGet({ kind }: { kind: Kind }) {
  return (
    <>
      <h2>What you get</h2>
      <ul className={css.gets}>
        {[...gets[kind], ...always].map(([icon, name, says]) => (
          <li key={name}>
            <Glyph of={icon} />
            <span>
              <b>{name}</b>
              <span className="sm t2">{says}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
