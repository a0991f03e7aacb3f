// The demo's doors: its cast, one-click sign-in, and the room where every letter can be read.
import { implement } from '@orpc/server'
import { guard, type Visit } from '#core/guard.ts'
import { ok } from '#core/shapes.ts'
import type { Pool } from '#db/pools.ts'
import { castOf, enter } from './cast.ts'
import { demoContract } from './demo.contract.ts'
import { readRoom } from './room.ts'
import type { Demo } from './story.ts'

const kernel = implement(demoContract).$context<Visit>().use(guard())

export const demoApi = (room: Pool, demos: readonly Demo[]) =>
  kernel.router({
    cast: kernel.cast.handler(({ context }) => castOf(context, demos)),
    signIn: kernel.signIn.handler(async ({ context, input }) => {
      await enter(context, demos, input.person)
      return ok
    }),
    outbox: kernel.outbox.handler(({ input }) => readRoom(room, input)),
  })
