import type { Plugin } from '@/lib/kernel/plugin'
import { sendReminder, sweepReminders } from './remind'

export const reminder: Plugin = {
  name: 'reminder',
  functions: {
    'send-reminder': (input: { id: string }) => sendReminder(input),
    'sweep-reminders': () => sweepReminders(),
  },
  every: { 'sweep-reminders': 300 },
}
