import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { AddressTabs, useTab } from '#web/kit/address-tabs.tsx'
import { Glyph } from '#web/kit/glyph.tsx'
import { Time } from '#web/kit/time.tsx'
import css from './mail.module.css'

/** A mail or SMS as `/api/demo/outbox` gives it. */
export type Posted = { id: string; channel: 'mail' | 'sms'; recipient: string; subject: string; html: string; text: string; at: string }

/** One letter: rendered, or as text. */
export function MailLetter({ letter }: { letter: Posted }) {
  const view = useTab(['rendered', 'text'], 'as')
  const rendered = letter.channel === 'mail' && view === 'rendered'
  return (
    <>
      <div className={css.top}>
        <Link
          to="."
          search={(({ letter: _, ...rest }: Record<string, string>) => rest) as never}
          className={css.back}
          activeOptions={{ exact: true }}
        >
          <Glyph of={IconArrowLeft} />
          All letters
        </Link>
        <h2>{letter.subject || 'SMS'}</h2>
        <p className="sm t2">
          to <span className="b">{letter.recipient}</span>, <Time at={letter.at} as="moment" />
        </p>
      </div>
      {letter.channel === 'mail' && (
        <AddressTabs
          name="as"
          label="How the letter is shown"
          tabs={[
            { value: 'rendered', label: 'Rendered' },
            { value: 'text', label: 'As text' },
          ]}
        />
      )}
      {rendered ? <Rendered html={letter.html} title={letter.subject} /> : <Text text={letter.text} />}
    </>
  )
}

type Trusting = { createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string } }
const { trustedTypes } = globalThis as { trustedTypes?: Trusting }
/** The one place where text becomes HTML: in a frame of no origin, whose own policy runs no script. */
const letters = trustedTypes?.createPolicy('rolecall-letter', { createHTML: (text) => text })

const noScript = '<head><meta http-equiv="Content-Security-Policy" content="script-src \'none\'; form-action \'none\'">'

function Rendered({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const guarded = html.replace('<head>', noScript)
    if (frame.current) frame.current.srcdoc = letters?.createHTML(guarded) ?? guarded
  }, [html])
  // Scripts are forbidden by the policy above and not by the sandbox, so that what checks pages can look inside.
  return <iframe ref={frame} className={css.frame} title={title} sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" />
}

const link = /(https?:\/\/\S+)/
/** Plain text, with its links to follow. */
function Text({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre className={css.text} tabIndex={0}>
      {text.split(link).map((part, place) =>
        link.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
          <a key={place} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  )
}
