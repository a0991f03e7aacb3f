import { all, no, yes } from '#policy/policy.ts'
import { holder, money, noMoney, on, ownOrders, rows, unseen } from './words.ts'

const reading = money('invoices')
const issuing = money('invoice_editing')
const recording = money('manual_payments')
const charging = money('card_charging')
const refunding = money('refunds')
const credits = money('credit_reading')
const applying = money('credit_applying')
const adjusting = money('credit_adjusting')
const reports = on('reporting')
const earnings = all(on('contractor_earnings', 'money.hidden'), holder)

// biome-ignore format: a table is read in columns
export const billing = rows({
  //                        they can …                              Admin   Staff      Contractor  Agent      from
  'invoice.read':          ['see an invoice',                       yes,    reading,   noMoney,    ownOrders, 'M11 M19'],
  'invoice.issue':         ['issue an invoice',                     yes,    issuing,   noMoney,    no,        'M11'],
  'invoice.edit':          ['edit a draft invoice',                 yes,    issuing,   noMoney,    no,        'M11'],
  'invoice.void':          ['void an invoice',                      yes,    issuing,   noMoney,    no,        'M11'],
  'contract.read':         ['see a contract',                       yes,    reading,   noMoney,    ownOrders, 'M19'],
  'contract.sign':         ['sign a contract',                      no,     no,        no,         ownOrders, 'M19 D16'],
  'payment.record_manual': ['record a payment',                     yes,    recording, noMoney,    no,        'M11 D25'],
  'payment.charge_card':   ['pay with a stored card',               yes,    charging,  noMoney,    ownOrders, 'M11 M21 D5'],
  'payment.refund':        ['refund a payment',                     yes,    refunding, noMoney,    no,        'M11 D5'],
  'card.read':             ['see the last digits of a stored card', yes,    reading,   noMoney,    holder,    'M21 D18'],
  'card.manage':           ['add or remove a stored card',          unseen, unseen,    unseen,     holder,    'M21 D18'],
  'credit.read':           ['see credits',                          yes,    credits,   noMoney,    holder,    'M22 D19'],
  'credit.apply':          ['apply credits to an invoice',          yes,    applying,  noMoney,    holder,    'M22 D19'],
  'credit.adjust':         ['add or take away credits',             yes,    adjusting, noMoney,    no,        'M22 D5'],
  'referral.read':         ['see their own referral code',          no,     no,        no,         holder,    'M23'],
  'earning.read':          ['see what somebody earns',              yes,    reports,   earnings,   no,        'M9 D7'],
})
