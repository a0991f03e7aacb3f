import { notifications } from '@mantine/notifications'
import { Link } from '@tanstack/react-router'
import css from './toast.module.css'

const look = {
  withBorder: false,
  icon: null,
  classNames: { root: css.toast!, closeButton: css.close! },
  closeButtonProps: { 'aria-label': 'Close' },
  role: 'status' as const,
}

// One at a time: the newest takes the place of the one before, which would else be read when it is old.
const show: typeof notifications.show = (what) => {
  notifications.clean()
  return notifications.show(what)
}

/** Reports what was done: "Sam is Account Administrator now." With `undo` it stays 10 seconds and can be taken back. */
export function toast(says: string, undo?: () => void) {
  const id = show({
    ...look,
    autoClose: undo ? 10_000 : 6000,
    message: (
      <span className={css.body}>
        <span className="grow">{says}</span>
        {undo && (
          <button
            type="button"
            className={css.act}
            onClick={() => {
              notifications.hide(id)
              undo()
            }}
          >
            Undo
          </button>
        )}
      </span>
    ),
  })
}

/** Tells what somebody else did to this page, with a way to look closer. */
export function announce(says: string, more?: { label: string; to: string }) {
  const id = show({
    ...look,
    message: (
      <span className={css.body}>
        <span className="grow">{says}</span>
        {more && (
          <Link to={more.to} className={css.act} onClick={() => notifications.hide(id)}>
            {more.label}
          </Link>
        )}
      </span>
    ),
  })
}
