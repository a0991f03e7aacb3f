// An act as it is told afterwards: "edit another user" in the policy, "edited another user" in a timeline.
const irregular: Record<string, string> = {
  see: 'saw', choose: 'chose', set: 'set', put: 'put', read: 'read', write: 'wrote', send: 'sent', pay: 'paid', take: 'took', leave: 'left',
  void: 'voided', begin: 'began', give: 'gave', hand: 'handed', hold: 'held', make: 'made', find: 'found',
} // biome-ignore format: pairs read better side by side
const doubled = /^(?:tag|stop|submit|ship|refer)$/

function pastVerb(verb: string): string {
  if (irregular[verb]) return irregular[verb]
  if (doubled.test(verb)) return `${verb}${verb.at(-1)}ed`
  if (verb.endsWith('e')) return `${verb}d`
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`
}

/** "resend or change an invitation" becomes "resent or changed an invitation". */
export function past(says: string): string {
  const [verb = '', ...rest] = says.split(' ')
  if (verb === 'resend') return ['resent', ...rest].join(' ').replace(/^resent or change\b/, 'resent or changed')
  if (rest[0] === 'or' && rest[1] && /^[a-z]+$/.test(rest[1]) && rest.length > 2)
    return [pastVerb(verb), 'or', pastVerb(rest[1]), ...rest.slice(2)].join(' ')
  return [pastVerb(verb), ...rest].join(' ')
}

/** What a line of the activity says after the name: done, or only tried. */
export const deed = ({ says, decision }: { says: string; decision: string }) => (decision === 'refused' ? `tried to ${says}` : past(says))
