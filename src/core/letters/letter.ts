// A letter is written once, in plain data, and printed twice: as HTML that looks like the product (letter-html.ts) and as text.
import { asHtml } from './letter-html.ts'

export type Letter = { to: string; subject: string; html: string; text: string }
export type Writing = {
  to: string
  subject: string
  /** The agency's name and colour at its top; without one the letter is from Rolecall itself. */
  from?: { name: string; colour: string }
  heading: string
  lines: string[]
  /** What a person wrote, in their words. */
  quote?: string
  button?: { label: string; link: string }
  small?: string
}

export function letter(writing: Writing): Letter {
  return { to: writing.to, subject: oneLine(writing.subject), html: asHtml(writing), text: asText(writing) }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').slice(0, 200)

function asText({ heading, lines, quote, button, small, from }: Writing) {
  const parts = [
    heading,
    ...lines,
    quote?.replace(/^/gm, '> '),
    button && `${button.label}:\n${button.link}`,
    small,
    `-- \n${from ? `${from.name}, by Rolecall` : 'Rolecall'}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
