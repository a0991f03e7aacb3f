import { type ComponentType, Suspense } from 'react'
import { firstName } from '#web/format/words.ts'
import { useTab } from '#web/kit/address-tabs.tsx'
import { Gate } from '#web/kit/gate.tsx'
import { PageHeader } from '#web/kit/page-header.tsx'
import { SectionPage } from '#web/kit/section-page.tsx'
import { opens, useMe } from '#web/me.ts'
import { roomOf } from '#web/pages.ts'
import type { Me } from '#web/session.ts'
import { WaitingLetters } from '../letters/waiting.tsx'
import { SwitchSettings } from '../switches/switch-settings.tsx'
import { AgencyRows } from './agency-rows.tsx'
import css from './preferences.module.css'

type Section = { id: string; label: string; parts: ComponentType[] }
const core: (Section & { action: string })[] = [
  { id: 'account', label: 'Agency', action: 'preferences.read', parts: [AgencyRows] },
  { id: 'switches', label: 'Switches', action: 'switch.read', parts: [SwitchSettings] },
  { id: 'mail', label: 'Mail that waits', action: 'outbox.read', parts: [WaitingLetters] },
]

/** Core's sections, then the room's own; a room's section with the same id joins core's. */
function sectionsFor(me: Me): Section[] {
  const sections = core.filter(({ action }) => opens(me, action)).map(({ id, label, parts }): Section => ({ id, label, parts }))
  for (const { id, label, section } of roomOf(me.portal.kind)?.preferences ?? []) {
    const same = sections.find((one) => one.id === id)
    const parts = section ? [section] : []
    if (same) Object.assign(same, { label, parts: [...same.parts, ...parts] })
    else sections.push({ id, label, parts })
  }
  return sections
}

export const Page = () => (
  <Gate action="preferences.read">
    <Preferences />
  </Gate>
)

function Preferences() {
  const me = useMe()
  const sections = sectionsFor(me)
  const current = useTab(
    sections.map(({ id }) => id),
    'section',
  )
  const section = sections.find(({ id }) => id === current)!
  return (
    <>
      <PageHeader title={me.portal.called.preferences} says={whoEdits(me)} beside last />
      <SectionPage sections={sections.map(({ id, label }) => ({ value: id, label }))}>
        <h2 className={css.title}>{section.label}</h2>
        <Suspense>
          {section.parts.map((Part) => (
            <Part key={Part.name || section.id} />
          ))}
        </Suspense>
      </SectionPage>
    </>
  )
}

function whoEdits({ owner, person }: Me) {
  if (!owner) return 'Only Admins read and edit them.'
  const edits = owner.id === person.id ? 'only you edit them' : `only ${firstName(owner.name)} edits them`
  return `Employer Preferences: everybody in the team reads them, ${edits}.`
}
