/** An unpaid order keeps its goods this long. */
export const HOLD_MINUTES = 30

/** Goods that are paid for, or will be at the door, stay reserved until they leave. */
export const RELEASED_MINUTES = 90 * 24 * 60
