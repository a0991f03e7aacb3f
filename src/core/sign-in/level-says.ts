import { levelOf } from '#web/me.ts'
import type { Me } from '#web/session.ts'

/** What one's level says about oneself; the owner's sentence elsewhere is about others. */
export const ownLevelSays = (me: Me) =>
  me.owner?.id === me.person.id
    ? `You are the one ${me.person.levelTitle} of ${me.agency.name}. You choose the next one in ${me.portal.called.preferences}.`
    : levelOf(me, me.person.level)?.says
