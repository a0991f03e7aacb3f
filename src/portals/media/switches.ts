// What an Admin can turn on and off, for everybody of a level or for one person: the article's "by default" and "if permitted".
// Levels and job roles, removing users, settings, view-as and the audit are never switchable: else Staff would be Admin.

// biome-ignore format: a table is read in columns
export const mediaSwitches = [
  // the sections of Staff
  { name: 'orders',                   level: 'staff',      on: true,  called: 'Orders',              says: 'Staff process orders: create, edit, assign, change statuses, reschedule, cancel.' },
  { name: 'project_chat',             level: 'staff',      on: true,  called: 'Project chat',        says: 'Staff read and write in project chats and in the messages with clients.' },
  { name: 'video_management',         level: 'staff',      on: true,  called: 'Video Management',    says: 'Staff manage videos, tag Video Editors, review and share versions.' },
  { name: 'calendar',                 level: 'staff',      on: true,  called: 'Calendar',            says: "Staff see everybody's calendar." },
  { name: 'user_management',          level: 'staff',      on: true,  called: 'User Management',     says: 'Staff see all users, add Agents and edit the contact data of Agents.' },
  { name: 'reporting',                level: 'staff',      on: true,  called: 'Reporting',           says: 'Staff open Reporting.' },
  { name: 'client_companies',         level: 'staff',      on: true,  called: 'Client companies',    says: 'Staff see and edit client companies.' },
  { name: 'checklists',               level: 'staff',      on: true,  called: 'Checklists',          says: 'Staff edit checklists.' },
  { name: 'delivery',                 level: 'staff',      on: true,  called: 'Delivery',            says: 'Staff publish deliveries.' },
  { name: 'price_book',               level: 'staff',      on: true,  called: 'Price book',          says: 'Staff read the price book and the coupons.' },
  // money for Staff
  { name: 'order_money',              level: 'staff',      on: true,  called: 'Order money',         says: 'Staff see what an order costs and what is paid.' },
  { name: 'invoices',                 level: 'staff',      on: true,  called: 'Invoices',            says: 'Staff read invoices and contracts.' },
  { name: 'invoice_editing',          level: 'staff',      on: true,  called: 'Invoice editing',     says: 'Staff issue, edit and void invoices.' },
  { name: 'manual_payments',          level: 'staff',      on: true,  called: 'Manual payments',     says: 'Staff record cash and transfers.' },
  { name: 'credit_reading',           level: 'staff',      on: true,  called: 'Credits',             says: "Staff see a client's credits." },
  { name: 'credit_applying',          level: 'staff',      on: true,  called: 'Applying credits',    says: "Staff apply a client's credits to an invoice." },
  { name: 'card_charging',            level: 'staff',      on: false, called: 'Charging cards',      says: 'Staff charge a stored card.' },
  { name: 'refunds',                  level: 'staff',      on: false, called: 'Refunds',             says: 'Staff refund payments.' },
  { name: 'credit_adjusting',         level: 'staff',      on: false, called: 'Adjusting credits',   says: 'Staff add and take away credits.' },
  { name: 'coupon_editing',           level: 'staff',      on: false, called: 'Coupon editing',      says: 'Staff edit coupons.' },
  { name: 'client_export',            level: 'staff',      on: false, called: 'Client export',       says: 'Staff export the client list.' },
  // Contractors
  { name: 'contractor_all_orders',    level: 'contractor', on: true,  called: 'All orders',          says: 'Contractors see all orders, not only those assigned to them.' },
  { name: 'contractor_money',         level: 'contractor', on: false, called: 'Order money',         says: 'Contractors see what an order costs and what is paid.' },
  { name: 'contractor_earnings',      level: 'contractor', on: false, called: 'Own earnings',        says: 'Contractors see what they earn.' },
  { name: 'contractor_client_thread', level: 'contractor', on: false, called: 'Messages to clients', says: 'Contractors read and write in the messages with the client of an order.' },
  // Agents
  { name: 'agent_reschedule',         level: 'agent',      on: true,  called: 'Rescheduling',        says: 'Agents reschedule their own appointments, where the booking flow permits it.' },
  { name: 'agent_cancel',             level: 'agent',      on: true,  called: 'Cancelling',          says: 'Agents cancel their own orders, where the booking flow permits it.' },
] as const

export type MediaSwitch = (typeof mediaSwitches)[number]['name']
