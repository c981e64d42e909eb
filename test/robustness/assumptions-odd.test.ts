/** Half of what nobody knows about the API: both answers have to be fine. */
import { bothAnswers } from '../support/both-answers.ts';

bothAnswers('odd');
