import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Said, WhoCan, Why } from '../api.ts'
import { agencyApi } from '../client.ts'
import { formatAgo } from '../format/dates.ts'
import { plural } from '../format/words.ts'
import { type May, opens, useMaybeMe } from '../me.ts'
import { PersonLine } from './person-line.tsx'
import css from './why-not.module.css'

type Props = { why: Why; of?: May['of'] | undefined; id: string }

/** What stands in a why-not card: the policy's sentence, who can (asked only now), and the rule. */
export function WhyCard({ why, of, id }: Props) {
  const me = useMaybeMe()
  const given = (why as Said).whoCan
  const asked = useQuery({
    queryKey: [me?.agency.id, 'rights', 'explanation', of],
    queryFn: ({ signal }) => agencyApi(me!.agency.id).permissions.explain({ ...of! }, { signal }),
    enabled: !!me && !!of && !given && !why.moment,
  })
  const people = given ?? asked.data?.whoCan
  return (
    <>
      <p className={css.say} id={id}>
        {why.message}
      </p>
      {asked.isLoading && (
        <div className={css.who}>
          <span className={css.caption}>Who can</span>
          <span className={css.wait} />
        </div>
      )}
      {people && people.length > 0 && <WhoCanList people={people} zone={me?.agency.zone} />}
      {me && of && opens(me, 'permission.read') && (
        <div className={css.foot}>
          <Link to={`/${me.agency.slug}/permissions`} search={{ row: of.action } as never} data-mantine-stop-propagation="true">
            See the rule
          </Link>
        </div>
      )}
    </>
  )
}

function WhoCanList({ people, zone }: { people: WhoCan[]; zone: string | undefined }) {
  const named = people.filter((person) => person.id && person.name)
  if (named.length === 0) return <p className={css.who}>Ask {aOrAn(people[0]!.title)}</p>
  return (
    <div className={css.who}>
      <span className={css.caption}>Who can</span>
      {named.slice(0, 3).map((person) => (
        <PersonLine key={person.id} id={person.id!} name={person.name!} second={said(person, zone)} />
      ))}
      {named.length > 3 && <span className={css.caption}>and {plural(named.length - 3, 'more', 'more')}</span>}
    </div>
  )
}
const said = (person: WhoCan, zone: string | undefined) =>
  person.seen
    ? `${person.title}, here ${formatAgo(person.seen, zone)
        .toLowerCase()
        .replace(/^1 min /, '1 minute ')
        .replace(/ min /, ' minutes ')}`
    : person.title
const aOrAn = (title: string) => (/^[aeiou]/i.test(title) ? `an ${title}` : `a ${title}`)
