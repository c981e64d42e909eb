/** One comment in a pull request that is made once and edited from then on. */

/** How long a call may take, and how often one is made that failed for a passing reason. */
const TIMEOUT = 15_000;
const ATTEMPTS = 3;

/**
 * Makes the comment, or edits the one that begins with `marker` and was written by a program. Returns what went wrong, if it did.
 * Two runs that make it at the same moment leave one: the later one takes its own away.
 */
export async function keepComment({ api, repository, token, number, marker, body }) {
  const call = caller(api, token);
  const comments = `/repos/${repository}/issues/${number}/comments`;
  const text = `${marker}\n${body}`;
  try {
    const [known] = await marked(call, comments, marker);
    if (known !== undefined) {
      if (known.body !== text) await call('PATCH', `/repos/${repository}/issues/comments/${known.id}`, { body: text });
      return undefined;
    }
    const made = await call('POST', comments, { body: text });
    const [first, ...rest] = await marked(call, comments, marker);
    if (first !== undefined && first.id !== made.id && rest.some((each) => each.id === made.id)) {
      await call('DELETE', `/repos/${repository}/issues/comments/${made.id}`);
      await call('PATCH', `/repos/${repository}/issues/comments/${first.id}`, { body: text });
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Comments of programs with this marker, the oldest first. Anybody may write the marker; only a program's comment is ours to edit. */
async function marked(call, comments, marker) {
  const found = [];
  for (let page = 1; ; page += 1) {
    const list = await call('GET', `${comments}?per_page=100&page=${page}`);
    found.push(...list.filter((each) => each.user?.type === 'Bot' && each.body?.startsWith(marker)));
    if (list.length < 100) return found.sort((a, b) => a.id - b.id);
  }
}

function caller(api, token) {
  return async (method, path, body) => {
    for (let attempt = 1; ; attempt += 1) {
      const reply = await fetch(`${api}${path}`, {
        method,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'user-agent': 'chat-config',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      if (reply.ok) return reply.status === 204 ? undefined : await reply.json();
      await reply.body?.cancel();
      // A repeated POST could make a second comment: only the gateway's refusals, which reach nobody, are repeated.
      const isPassing = method === 'POST' ? reply.status === 429 : reply.status >= 500 || reply.status === 429;
      if (!isPassing || attempt === ATTEMPTS) throw new Error(`${method} answered ${reply.status}`);
      await new Promise((resolve) => setTimeout(resolve, 300 * attempt));
    }
  };
}
