import { isDate } from '../text/date';
import { nearest } from '../text/nearest';
import { isExpired, isSuppressible, type ActiveSuppression, type SuppressionOptions } from './active';

/** The rules that are raised here, where it is known what each suppression did. */
type SuppressionRule =
  'suppression/unknown-rule' | 'suppression/missing-reason' | 'suppression/expired' | 'suppression/unused';

/** What is wrong with a suppression. */
export interface Diagnosis {
  readonly rule: SuppressionRule;
  readonly message: string;
  readonly hint: string;
  /** The rule that was probably meant. */
  readonly suggestion?: string;
}

/** The first thing that is wrong with a suppression after all rules ran, or `undefined`. */
export function diagnose(suppression: ActiveSuppression, options: SuppressionOptions): Diagnosis | undefined {
  const known = options.known.map((rule) => rule.id);
  if (!known.includes(suppression.rule)) return unknownRule(suppression.rule, known);
  if (suppression.reason === undefined) return missingReason(suppression);
  if (isExpired(suppression.until, options.today)) return expired(suppression);
  const ran = options.ran.some((rule) => rule.id === suppression.rule);
  return !ran || suppression.used ? undefined : unused(suppression);
}

function unknownRule(rule: string, known: readonly string[]): Diagnosis {
  const suggestion = nearest(rule, known);
  return {
    rule: 'suppression/unknown-rule',
    message:
      rule === ''
        ? 'This suppression names no rule, so it suppresses nothing.'
        : `There is no rule "${rule}", so this suppression does nothing, and what it was meant for is still reported.`,
    hint:
      suggestion === undefined
        ? 'Name one of the rules that "isms rules" lists.'
        : `Did you mean ${suggestion}?`,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function missingReason({ rule, source }: ActiveSuppression): Diagnosis {
  return {
    rule: 'suppression/missing-reason',
    message: `This suppression of ${rule} gives no reason, so it suppresses nothing. An auditor asks why a deviation was accepted, and by whom.`,
    hint:
      source.kind === 'inline'
        ? 'Add the reason after two hyphens: -- accepted until the new tenant is live.'
        : 'Add it to the entry: reason: "Accepted until the new tenant is live".',
  };
}

function expired({ rule, until = '' }: ActiveSuppression): Diagnosis {
  return {
    rule: 'suppression/expired',
    message: isDate(until)
      ? `This suppression of ${rule} expired on ${until}, so what it accepted is reported again. An auditor would find that nobody has looked at it since.`
      : `"${until}" is not a date such as 2027-06-30, so this suppression of ${rule} has no known end and does not hold.`,
    hint: 'Correct what it hides and remove it, or have the acceptance renewed with a new date.',
  };
}

function unused({ rule }: ActiveSuppression): Diagnosis {
  if (!isSuppressible(rule)) {
    return {
      rule: 'suppression/unused',
      message: `Findings of ${rule} cannot be suppressed, so this does nothing. Otherwise a deviation could be hidden without a trace.`,
      hint: `Remove it. The severity of ${rule} can be set under "rules:" in isms.yaml.`,
    };
  }
  return {
    rule: 'suppression/unused',
    message: `Nothing is found here by ${rule}, so this suppression hides nothing. Left in place it would silently hide the next finding.`,
    hint: 'Remove it.',
  };
}
