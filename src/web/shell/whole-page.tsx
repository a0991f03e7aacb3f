import { Button } from '@mantine/core'
import { IconCompass, IconPlugConnectedX, IconTool } from '@tabler/icons-react'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Said } from '../api.ts'
import { Refused } from '../api.ts'
import { Glyph, type Icon } from '../kit/glyph.tsx'
import { useMaybeMe } from '../me.ts'
import { useTitle } from '../use.ts'
import css from './whole-page.module.css'

type Props = { icon: Icon; title: string; says?: React.ReactNode; children?: React.ReactNode }

/** A page that is one sentence and the way on. */
export function WholePage({ icon, title, says, children }: Props) {
  useTitle(title)
  // Inside the shell the main region is there already.
  const Region = useMaybeMe() ? 'div' : 'main'
  return (
    <Region className={css.whole}>
      <span className={css.icon}>
        <Glyph of={icon} size={20} />
      </span>
      <h1>{title}</h1>
      {says && <div className="t2">{says}</div>}
      <div className={css.acts}>{children}</div>
    </Region>
  )
}

/** Nothing is at this address, or nothing that this person may see. */
export function NotFound() {
  const me = useMaybeMe()
  return (
    <WholePage icon={IconCompass} title="There is no such page" says="The address may be mistyped, or what was here is gone.">
      <Button component={Link} to={me ? `/${me.agency.slug}` : '/'}>
        {me ? `Go to ${me.agency.name}` : 'Go to the start'}
      </Button>
    </WholePage>
  )
}

/** The server did not answer. */
export function Away({ said, retry }: { said: Said; retry: () => void }) {
  return (
    <WholePage icon={IconPlugConnectedX} title={said.message} says="It tries again by itself when you come back to this window.">
      <Button onClick={retry}>Try again</Button>
    </WholePage>
  )
}

/** The page itself broke. After an update its code may only be gone, so loading again is the first way on. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  useEffect(() => console.error(error), [error])
  const request = error instanceof Refused ? error.request : null
  return (
    <WholePage
      icon={IconTool}
      title="This page stopped working"
      says={
        <>
          What you saved is safe. {error instanceof Error ? error.message : ''}
          {request && <span className="mono"> {request}</span>}
        </>
      }
    >
      <Button onClick={() => location.reload()}>Load it again</Button>
      <Button
        variant="default"
        onClick={() => {
          reset()
          router.history.back()
        }}
      >
        Go back
      </Button>
    </WholePage>
  )
}
