import { all, no, yes } from '#policy/policy.ts'
import {
  author,
  current,
  derived,
  editor,
  flowIsOpen,
  itsOrder,
  mayChange,
  noDetails,
  noStatus,
  on,
  onBehalf,
  own,
  ownAppointment,
  ownItem,
  ownOrders,
  readableIn,
  rows,
  shared,
  tagged,
  theOrder,
  unlocked,
} from './words.ts'

const orders = on('orders')
const chat = on('project_chat')
const videos = on('video_management')
const deliver = on('delivery')
const lists = on('checklists')
const shownMoney = all(on('contractor_money', 'money.hidden'), theOrder)

const orderMoney = all(orders, on('order_money', 'money.admin_only'))
const readableHere = readableIn('')
const readable = readableIn('order.')
const mayCancel = mayChange('', 'agent_cancel', 'cancel_permitted')
const mayMove = mayChange('order.', 'agent_reschedule', 'reschedule_permitted')
const everybody = on('calendar')
const reports = on('reporting')
const toClients = all(on('contractor_client_thread'), itsOrder)
const sharedOne = all(ownOrders, shared)
const currentOne = all(ownOrders, shared, current)
const videoEditor = all(videos, editor)
const forClients = all(videos, onBehalf)
const paidOne = all(readable, unlocked)

// biome-ignore format: a table is read in columns
export const order = rows({
  //                           they can …                             Admin    Staff       Contractor      Agent         from
  'order.list':               ['open Orders',                         yes,     orders,     theOrder,       readableHere, 'M9 M10 M18 D7 D17'],
  'order.read':               ['see an order',                        yes,     orders,     theOrder,       readableHere, 'M9 M10 M18 D7 D17'],
  'order.read_money':         ['see the money of an order',           yes,     orderMoney, shownMoney,     own,          'M11 M21 D7'],
  'order.create':             ['book an order',                       yes,     orders,     no,             flowIsOpen,   'M9 M17'],
  'order.edit_details':       ['edit an order',                       yes,     orders,     noDetails,      no,           'M9 M11'],
  'order.set_status':         ['change the status of an order',       yes,     orders,     noStatus,       no,           'M9 M11'],
  'order_line.set_status':    ['change the status of a service',      yes,     orders,     noStatus,       no,           'M9 M11'],
  'order.set_payment_status': ['set a payment status by hand',        derived, derived,    noStatus,       derived,      'M11 D25'],
  'order.assign':             ['assign people to an order',           yes,     orders,     noDetails,      no,           'M9 M11'],
  'order.cancel':             ['cancel an order',                     yes,     orders,     noDetails,      mayCancel,    'M9 M11 M20 D15'],
  'appointment.read':         ['see an appointment',                  yes,     orders,     ownAppointment, readable,     'M9 M18 D23'],
  'appointment.reschedule':   ['reschedule an appointment',           yes,     orders,     noDetails,      mayMove,      'M9 M11 M20 D15'],
  'raw_file.upload':          ['upload raw files for an appointment', yes,     orders,     ownAppointment, no,           'D7'],
  'checklist_item.read':      ['see a checklist',                     yes,     lists,      itsOrder,       no,           'M9 M10 D5'],
  'checklist_item.edit':      ['edit a checklist',                    yes,     lists,      noDetails,      no,           'M9 M11 D5'],
  'checklist_item.tick':      ['tick an item of a checklist',         yes,     lists,      ownItem,        no,           'M9 D7'],
})
// biome-ignore format: a table is read in columns
export const calendar = rows({
  //                    they can …                  Admin  Staff      Contractor  Agent  from
  'calendar.read':     ["see everybody's calendar", yes,   everybody, no,         no,    'M9 D23'],
  'calendar.read_own': ['see their own calendar',   yes,   yes,       yes,        yes,   'D23'],
  'report.read':       ['open Reporting',           yes,   reports,   no,         no,    'M9'],
})
/** The project chat is internal; the messages with the client are another thing. */
// biome-ignore format: a table is read in columns
export const chats = rows({
  //                     they can …                           Admin   Staff   Contractor  Agent      from
  'chat.read':          ['read a project chat',               yes,    chat,   itsOrder,   no,        'M9 M10 D12'],
  'chat.post':          ['write in a project chat',           yes,    chat,   itsOrder,   no,        'M9 M10 D12'],
  'chat.mention_role':  ['mention everybody with a job role', yes,    yes,    yes,        no,        'M14 D11'],
  'chat.moderate':      ['delete a message of somebody else', yes,    no,     no,         no,        'D12'],
  'message.edit':       ['edit a message',                    author, author, author,     author,    'D12'],
  'client_thread.read': ['read the messages with a client',   yes,    chat,   toClients,  ownOrders, 'D12'],
  'client_thread.post': ['write to a client',                 yes,    chat,   toClients,  ownOrders, 'D12'],
})
// biome-ignore format: a table is read in columns
export const video = rows({
  //                           they can …                                       Admin     Staff        Contractor  Agent       from
  'video.read':               ['see the work on a video',                       yes,      videos,      itsOrder,   no,         'M9 M10'],
  'video.read_shared':        ['see a shared version of a video',               yes,      videos,      itsOrder,   sharedOne,  'M18'],
  'video.tag_editor':         ['tag a Video Editor on a video',                 editor,   videoEditor, no,         no,         'M9 M13 D9 D13 D14'],
  'video.upload_version':     ['upload a version of a video',                   yes,      videos,      tagged,     no,         'M12 D7'],
  'video.submit_version':     ['submit a version of a video for review',        yes,      videos,      tagged,     no,         'M12 D7'],
  'video.comment':            ['comment on a video inside the team',            yes,      videos,      itsOrder,   no,         'M9 M10'],
  'video.comment_to_client':  ['comment on a video so that the client sees it', yes,      videos,      no,         sharedOne,  'M9'],
  'video.share_with_client':  ['share a version with the client',               yes,      videos,      noStatus,   no,         'M9 M11'],
  'video.approve':            ['approve a version inside the team',             yes,      videos,      noStatus,   no,         'M9 M11'],
  'video.approve_for_client': ['approve a version as the client',               onBehalf, forClients,  noStatus,   currentOne, 'M9 M11'],
  'video.request_changes':    ['ask for changes as the client',                 onBehalf, forClients,  noStatus,   currentOne, 'M9 M11'],
})
// biome-ignore format: a table is read in columns
export const delivery = rows({
  //                    they can …             Admin  Staff    Contractor  Agent     from
  'delivery.read':     ['see a delivery',      yes,   deliver, itsOrder,   readable, 'M9 M10 M18'],
  'delivery.publish':  ['publish a delivery',  yes,   deliver, noStatus,   no,       'M9 M11'],
  'delivery.download': ['download a delivery', yes,   deliver, itsOrder,   paidOne,  'M9 M10 M18'],
})
