import 'server-only'

export { agreeToReminders, reminderEmail, stopByToken, stopReminders } from './consent'
