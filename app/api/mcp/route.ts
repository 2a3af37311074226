import { answerAgent, takeOnly } from '@/lib/rest'

/** Tools for agents, read only: the same queries as pages and REST. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = takeOnly(answerAgent)
