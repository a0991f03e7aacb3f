// A small disk in memory, to be filled or closed. Mounting needs root and a kernel that allows it.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { isRoot, someFolder } from './processes.ts'

const mount = (folder: string, options: string, ...more: string[]) =>
  spawnSync('mount', ['-t', 'tmpfs', ...more, '-o', options, 'none', folder]).status === 0
const unmount = (folder: string) => {
  spawnSync('umount', ['-l', folder])
  fs.rmdirSync(folder)
}

/** A container's root may be root without being allowed to mount. */
export function mayMount() {
  if (!isRoot) return false
  const folder = someFolder()
  const may = mount(folder, 'size=1m')
  unmount(folder)
  return may
}

export async function withSmallDisk(story: (disk: ReturnType<typeof diskAt>) => Promise<void>) {
  const folder = someFolder()
  if (!mount(folder, 'size=160m,mode=711')) throw new Error(`${folder} cannot be mounted`)
  try {
    await story(diskAt(folder))
  } finally {
    unmount(folder)
  }
}

function diskAt(folder: string) {
  const ballast = path.join(folder, 'ballast')
  const remount = (how: 'ro' | 'rw') => {
    // What has just been killed may still hold a file for a moment.
    for (let tries = 0; !mount(folder, `remount,${how}`); tries++) {
      if (tries > 50) throw new Error(`${folder} is in use`)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
  return {
    folder,
    /** Not a byte is left. */
    fill() {
      const handle = fs.openSync(ballast, 'a')
      for (let size = 1 << 20; size >= 1; size >>= 1)
        try {
          for (;;) fs.writeSync(handle, Buffer.alloc(size))
        } catch {} // full for this size: try a smaller one
      fs.closeSync(handle)
    },
    free: () => fs.rmSync(ballast),
    /** Nothing can be written or made, as on a disk whose file system has given up. */
    close: () => remount('ro'),
    open: () => remount('rw'),
  }
}
