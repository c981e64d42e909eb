/** What the sections of a moderation configuration are made of. */
import { anything, bool, type Check, int, list, map, num, record, type Shape, text } from '../../check.ts';

const ACTIONS = ['flag', 'shadow', 'remove', 'bounce', 'bounce_flag', 'bounce_remove'];
const MASKS = ['mask', 'mask_flag'];
const BANS = ['flag', 'shadow', 'remove', 'ban'];

const action = (...others: readonly string[]): Check => text({ oneOf: [...ACTIONS, ...others] });
const rules = (shape: Shape, required: readonly string[] = []): Check => list(record(shape, required));
const section = (shape: Shape): Check => record({ async: bool, enabled: bool, ...shape });

const SEVERITIES = rules(
  { action: action('keep', 'mask'), severity: text({ oneOf: ['low', 'medium', 'high', 'critical'] }) },
  ['action', 'severity'],
);
const TEXT_RULES = rules({ action: action('keep', ...MASKS), label: text(), severity_rules: SEVERITIES }, ['label']);
const IMAGE_RULES = rules(
  { action: action(), label: text(), min_confidence: num({ min: 0, max: 100 }), subclassifications: map() },
  ['action', 'label', 'min_confidence'],
);
const SCORED = (name: string) =>
  section({
    rules: rules({ action: action(), [name]: text(), threshold: num({ min: 0, max: 1 }) }, [
      'action',
      name,
      'threshold',
    ]),
  });
const IMAGE = section({
  ocr_rules: rules({ action: action(), label: text() }, ['action', 'label']),
  rules: IMAGE_RULES,
});
const TEXT = section({ profile: text(), rules: TEXT_RULES, severity_rules: SEVERITIES });
const FLOOD = { action: text(), enabled: bool, threshold: int(), time_window: text() };

export const SECTIONS: Shape = {
  ai_audio_config: record({ profile: text(), rules: TEXT_RULES }),
  ai_image_config: IMAGE,
  ai_text_config: TEXT,
  ai_video_config: section({ rules: IMAGE_RULES }),
  automod_platform_circumvention_config: SCORED('label'),
  automod_semantic_filters_config: SCORED('name'),
  automod_toxicity_config: SCORED('label'),
  aws_rekognition_config: IMAGE,
  block_list_config: section({
    match_substring: bool,
    rules: rules({ action: action(...MASKS), name: text(), team: text() }, ['action']),
  }),
  bodyguard_config: TEXT,
  flood_config: record({
    allowlist: list(text()),
    identical: record(FLOOD),
    similar: record({ ...FLOOD, similarity_distance: int() }),
  }),
  google_vision_config: record({ enabled: bool }),
  llm_config: section({
    app_context: text(),
    rules: rules({ action: action('keep'), description: text(), label: text(), severity_rules: SEVERITIES }, ['label']),
    severity_descriptions: map(text()),
  }),
  rule_builder_config: record({ async: bool, rules: rules({ rule_type: text() }, ['rule_type']) }),
  velocity_filter_config: section({
    advanced_filters: bool,
    cascading_actions: bool,
    cids_per_user: int(),
    first_message_only: bool,
    rules: rules(
      {
        action: text({ oneOf: BANS }),
        ban_duration: int(),
        cascading_action: text({ oneOf: BANS }),
        cascading_threshold: int(),
        check_message_context: bool,
        fast_spam_threshold: int(),
        fast_spam_ttl: int(),
        ip_ban: bool,
        probation_period: int(),
        shadow_ban: bool,
        slow_spam_ban_duration: int(),
        slow_spam_threshold: int(),
        slow_spam_ttl: int(),
        url_only: bool,
      },
      ['action'],
    ),
  }),
  video_call_rule_config: record({
    flag_all_labels: bool,
    flagged_labels: list(text()),
    rules: rules({
      action_sequences: list(anything),
      cooldown_period: int(),
      harm_types: list(text()),
      severity: int(),
      threshold: int(),
    }),
  }),
};

/** Older names of sections. */
export const ALIASES: Readonly<Record<string, string>> = {
  aws_rekognition_config: 'ai_image_config',
  bodyguard_config: 'ai_text_config',
};

export const NOT_SHOWN = ['google_vision_config', 'rule_builder_config'];
