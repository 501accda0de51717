import './scenarios/host';
import './scenarios/findings';
import './scenarios/fixes';
import './scenarios/hoverAndCompletion';
import './scenarios/guidance';
import './scenarios/documents';
import './scenarios/navigation';
import './scenarios/files';
import './scenarios/silence';
import './scenarios/writing';
import './scenarios/ruleLinks';
import './scenarios/impact';

export { run } from './runner';
