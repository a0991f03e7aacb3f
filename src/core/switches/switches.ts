// What an Admin switches on and off for everybody; for one person it is in people/rights.ts.
import { sql } from 'kysely'
import type { Switched } from '#db/tables.ts'
import { cannot } from '../errors.ts'
import { difference } from '../people/rights.ts'
import { hasEnded, isOn } from '../work/actor.ts'
import type { Work } from '../work/work.ts'

type Setting = { version: number; switches: Record<string, boolean> }

export async function listSwitches(work: Work) {
  work.require('switch.read')
  const { agency, portal, me } = work
  const people = await work.list('person.read', (rows) =>
    rows.where('person.status', '=', 'active').where(sql<boolean>`person.switches <> '{}'`),
  )
  const exceptions = (name: string) =>
    people.flatMap(({ id, name: who, switches }) => {
      const own = switches[name]
      return own && !hasEnded(own, me.now) ? [{ id, name: who, on: own.on, until: own.until }] : []
    })
  const switches = portal.switches.map((one) => ({ ...one, now: agency.switches[one.name] ?? one.on, exceptions: exceptions(one.name) }))
  return { version: agency.version, switches, can: work.can(agency, 'switch.edit') }
}

/** Who gains and who loses what, computed with the table itself, over the people who are there. */
export async function previewSwitches(work: Work, { switches }: Setting) {
  work.require('switch.edit')
  const { agency, portal, me } = work
  const wanted = { ...agency, switches: { ...agency.switches, ...known(work, switches) } }
  const effects = []
  for (const one of portal.switches) {
    const on = wanted.switches[one.name] ?? one.on
    if (on === (agency.switches[one.name] ?? one.on)) continue
    const only = { ...agency, switches: { ...agency.switches, [one.name]: on } }
    const there = await work.list('person.read', (rows) =>
      rows
        .where('person.level', '=', one.level as never)
        .where('person.status', '=', 'active')
        .orderBy('person.name_key')
        .limit(1000),
    )
    const touched = there.filter((person) => isOn(one, person, agency, me.now) !== isOn(one, person, only, me.now))
    const { gains, losses } = touched[0] ? difference(work, touched[0], touched[0], only) : { gains: [], losses: [] }
    effects.push({
      switch: one.name,
      says: one.says,
      on,
      people: touched.slice(0, 10).map(({ id, name }) => ({ id, name })),
      more: Math.max(0, touched.length - 10),
      gains,
      losses,
    })
  }
  return effects
}

export async function editSwitches(work: Work, { version, switches }: Setting) {
  const agency = await work.load('switch.edit', work.agency.id)
  const after = { ...agency.switches, ...known(work, switches) }
  const values = { switches: JSON.stringify(after), switched: JSON.stringify({ ...agency.switched, ...stamps(work, after) }) }
  const changed = await work.change('switch.edit', agency, values, { version })
  work.trail.changes('rights', agency.id)
  return { version: changed.version }
}

/** Who switched what, and when: whoever it is switched off for is told. */
function stamps({ agency, portal, me }: Work, after: Record<string, boolean>) {
  const stamp: Switched = { by: me.name, by_id: me.id, at: me.now.toISOString() }
  const changed = portal.switches.filter(({ name, on }) => (after[name] ?? on) !== (agency.switches[name] ?? on))
  return Object.fromEntries(changed.map(({ name }) => [name, stamp]))
}

function known(work: Work, switches: Record<string, boolean>) {
  const stranger = Object.keys(switches).find((name) => !work.portal.switches.some((one) => one.name === name))
  if (stranger) throw cannot('switch_unknown', `There is no switch "${stranger}".`)
  return switches
}
