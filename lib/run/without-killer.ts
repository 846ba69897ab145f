/** Requirements that pass on the clean server and that no fault turns red, each with the reason why it has none. */
export const WITHOUT_KILLER: Readonly<Record<string, string>> = {};
