import css from './badges.module.css'

/** What somebody is addressed by: `(@Project Manager)`. It gives no rights, so it never looks like a level. */
export function JobRoleChip({ name }: { name: string }) {
  return (
    <span className={css.jobRole}>
      <span>@</span>
      {name}
    </span>
  )
}
