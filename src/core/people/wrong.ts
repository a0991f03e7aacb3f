import { goToWrong } from '#web/kit/fields.tsx'
import type { Values } from './person-draft.ts'

export type Wrong = Partial<Record<string, string>>
export const emailShape = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]{2,}$/

/** What the browser can see to be wrong, said in the server's words; the focus goes to the first of it. */
export function checkContact({ name, email }: Partial<Values>): Wrong {
  const wrong: Record<string, string> = {}
  if (name !== undefined && !name.trim()) wrong.name = 'Write a name.'
  if (email?.trim() && !emailShape.test(email.trim())) wrong.email = 'Write an e-mail address, like name@agency.example.'
  goToWrong(wrong)
  return wrong
}
