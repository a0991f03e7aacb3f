// How a room tells its demo: who is there, and who did what when. Every deed is done by the function that the pages call.
import type { Refusal } from '#core/errors.ts'
import type { Work } from '#core/work/work.ts'
import type { Kind, Level } from '#db/tables.ts'
import type { Clock } from './clock.ts'

export type Player = {
  name: string
  email?: string
  phone?: string
  title?: string
  level: Level
  /** Imported or typed in: known to the agency, and without a login. */
  registered?: false
  /** One line beside the name on the sign-in page. */
  says: string
}
/** One thing somebody does: the action that is decided, and the doing. */
export type Deed = { action: string; alone?: true; does(work: Work, stage: Stage): Promise<unknown> }
export type Moment = { at: Date; happens(stage: Stage): Promise<unknown> }

/** What a moment may use. People are called by their key in `people`. */
export type Stage = {
  origin: string
  player(key: string): Player
  id(key: string): string
  arrived(key: string, id: string): void
  does(key: string, at: Date, deed: Deed): Promise<unknown>
  founds(key: string, at: Date): Promise<unknown>
  joins(key: string, at: Date): Promise<unknown>
  /** Somebody registers by themselves: `through` says how, in the audit's words. */
  comes(key: string, at: Date, through: string, seen: Date): Promise<unknown>
  imports(by: string, at: Date, keys: string[]): Promise<unknown>
  resets(by: string, at: Date, whom: string): Promise<unknown>
}
export type Scene = {
  agency: { slug: string; name: string; kind: Kind; colour: string; says: string }
  people: Record<string, Player>
  /** In any order: it is told by time. */
  story: Moment[]
}
export type Demo = (clock: Clock) => Scene

export const by = (who: string, at: Date, deed: Deed): Moment => ({ at, happens: (stage) => stage.does(who, at, deed) })

/** A try that is not let through; it stays in the audit. A story where it is let through is not this one. */
export const refused = (who: string, at: Date, deed: Deed, code: string): Moment => ({
  at,
  async happens(stage) {
    const said = await stage.does(who, at, deed).then(
      () => 'nothing',
      (error: Refusal) => error.said?.code ?? error.message,
    )
    if (said !== code) throw new Error(`The demo's story went wrong: ${who} should be refused ${deed.action} with ${code}, not ${said}.`)
  },
})

export const founds = (who: string, at: Date): Moment => ({ at, happens: (stage) => stage.founds(who, at) })
export const joins = (who: string, at: Date): Moment => ({ at, happens: (stage) => stage.joins(who, at) })
export const comes = (who: string, at: Date, through: string, seen: Date): Moment => ({
  at,
  happens: (stage) => stage.comes(who, at, through, seen),
})
export const imports = (who: string, at: Date, keys: string[]): Moment => ({ at, happens: (stage) => stage.imports(who, at, keys) })
export const sendsReset = (who: string, at: Date, whom: string): Moment => ({ at, happens: (stage) => stage.resets(who, at, whom) })

/** When people were here last. */
export const seen = (times: Record<string, Date>): Moment[] => Object.entries(times).map(([who, at]) => by(who, at, isHere))

const isHere: Deed = {
  action: 'person.edit_self',
  async does(work) {
    work.require('person.edit_self', work.me)
    await work.seen()
  },
}
