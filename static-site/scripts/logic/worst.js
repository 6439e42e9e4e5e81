/** How many criteria a conversation failed. @param {ListedConversation} one */
export const failures = ({ criteria }) => Object.values(criteria).filter((result) => result === "failure").length;

/** The worst first: most criteria failed, then the lowest rating, then the newest. @param {ListedConversation[]} conversations */
export const worstFirst = (conversations) =>
  [...conversations]
    .sort((a, b) => failures(b) - failures(a) || (a.rating ?? 6) - (b.rating ?? 6) || (b.start_time_unix ?? 0) - (a.start_time_unix ?? 0));
