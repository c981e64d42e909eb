// What is kept in the app, made from numbers alone, and the fewest calls that the API needs for it.

export const SIZES = {
  small: { users: 20, channels: 5 },
  medium: { users: 1000, channels: 100 },
  large: { users: 10_000, channels: 1000 },
};
export const WORKLOADS = ['first', 'noop', 'change'];
export const TITLES = { first: 'first apply', noop: 'no-op plan', change: 'one change' };
const MEMBERS = 10;
const USERS_A_CALL = 100;
const CHANNELS_A_PAGE = 30;

const padded = (number) => String(number).padStart(7, '0');
export const userId = (number) => `user-${padded(number)}`;
export const channelId = (number) => `channel-${padded(number)}`;

function user(number, name = `User ${number}`) {
  return {
    id: userId(number),
    name,
    image: `https://example.com/people/${number}.png`,
    custom: { department: `department ${number % 40}`, level: number % 7 },
  };
}

/** The user whom the one change is about, as he was. */
export const middleUser = ({ users }) => user(Math.floor(users / 2));

/** With `isChanged`, the user in the middle has another name. */
export function* usersOf({ users }, isChanged = false) {
  const middle = Math.floor(users / 2);
  for (let number = 0; number < users; number += 1) {
    yield isChanged && number === middle ? user(number, `User ${number} renamed`) : user(number);
  }
}

export function* channelsOf({ users, channels }) {
  for (let number = 0; number < channels; number += 1) {
    // 37 keeps the members of a channel apart from those of the next one.
    const members = Array.from({ length: MEMBERS }, (_, index) => userId((number * 37 + index) % users));
    yield {
      type: 'messaging',
      id: channelId(number),
      created_by_id: members[0],
      name: `Channel ${number}`,
      custom: { topic: `topic ${number}` },
      members,
    };
  }
}

/**
 * The least number of calls: users go a hundred a call, a new channel takes its first hundred members along and is a call of
 * its own, channels are read thirty a page. The app itself is asked who it is once.
 */
export function minimumCalls(workload, { users, channels }) {
  const reads = 1 + Math.ceil(users / USERS_A_CALL) + Math.ceil(channels / CHANNELS_A_PAGE);
  const writes = { first: Math.ceil(users / USERS_A_CALL) + channels, noop: 0, change: 1 }[workload];
  return { reads, writes };
}
