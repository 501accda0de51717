import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engine } from '../harness/engine';
import { markdown, rows } from '../harness/registers';

const RISKS =
  'ID;Risk;Owner;Likelihood;Impact;Score;Treatment;Controls;Residual;Status;Accepted by;Next review\nR-001;Laptop lost;CTO;4;3;12;Mitigate;A.8.1, 7.9;4;Open;;2027-01-31';
const RISK_CELLS = [
  'owner',
  'likelihood',
  'impact',
  'score',
  'treatment',
  'residual',
  'status',
  'approver',
  'review',
];
const RISK_ROW = [
  'R-001',
  'Laptop lost',
  'A.8.1 A.7.9',
  'CTO',
  '4',
  '3',
  '12',
  'Mitigate',
  '4',
  'Open',
  '',
  '2027-01-31',
];

describe('a risk register', () => {
  const carriers: readonly (readonly [name: string, path: string, text: string])[] = [
    ['Markdown', 'risks.md', markdown(RISKS)],
    ['CSV with semicolons', 'risks.csv', RISKS],
    [
      'a YAML list',
      'risks.yaml',
      'risks:\n  - id: R-001\n    title: Laptop lost\n    owner: CTO\n    likelihood: 4\n    impact: 3\n    score: 12\n    treatment: Mitigate\n    controls: ["A.8.1", "7.9"]\n    residual: 4\n    status: Open\n    accepted_by:\n    next_review: 2027-01-31\n',
    ],
    [
      'one YAML file per risk',
      'risks/R-001.yaml',
      'id: R-001\ntitle: Laptop lost\nowner: CTO\nlikelihood: 4\nimpact: 3\nscore: 12\ntreatment: Mitigate\ncontrols:\n  - A.8.1\n  - "7.9"\nresidual: 4\nstatus: Open\naccepted_by: ""\nnext_review: 2027-01-31\n',
    ],
    [
      'YAML with groups',
      'risks/R-001.yaml',
      'id: R-001\ntitle: Laptop lost\nowner: CTO\ninherent: { likelihood: 4, impact: 3, score: 12 }\ntreatment: { decision: Mitigate }\ncontrols: [A.8.1, A.7.9]\nresidual: { score: 4 }\nstatus: Open\naccepted_by:\nnext_review: 2027-01-31\n',
    ],
    [
      'JSON',
      'risks.json',
      '[{"id": "R-001", "title": "Laptop lost", "owner": "CTO", "likelihood": 4, "impact": 3, "score": 12, "treatment": "Mitigate", "controls": ["A.8.1", "A.7.9"], "residual": 4, "status": "Open", "accepted by": "", "next review": "2027-01-31"}]',
    ],
  ];
  for (const [name, path, text] of carriers)
    it(`is read from ${name}`, () => {
      assert.deepEqual(rows('risk', path, text, ...RISK_CELLS), [RISK_ROW]);
    });

  const languages: readonly (readonly [language: string, header: string, treatment: string])[] = [
    [
      'German',
      'Risiko-ID;Risikobeschreibung;Risikoeigner;Eintrittswahrscheinlichkeit (1-5);Auswirkung (1-5);Risikowert;Behandlung;Maßnahmen;Restrisiko;Status;Akzeptiert von;Nächste Überprüfung',
      'Mindern',
    ],
    [
      'Portuguese',
      'ID do risco;Descrição do risco;Responsável;Probabilidade;Impacto;Nível de risco;Tratamento;Controles;Risco residual;Status;Aceito por;Próxima revisão',
      'Mitigar',
    ],
    [
      'Dutch',
      'ID;Omschrijving;Risico-eigenaar;Kans;Impact;Risicoscore;Behandeling;Maatregelen;Restrisico;Status;Geaccepteerd door;Volgende beoordeling',
      'Mitigeren',
    ],
    [
      'Spanish',
      'ID de riesgo;Descripción del riesgo;Propietario;Probabilidad;Impacto;Nivel de riesgo;Tratamiento;Controles;Riesgo residual;Estado;Aceptado por;Próxima revisión',
      'Reducir',
    ],
    [
      'French',
      'ID du risque;Description du risque;Propriétaire;Vraisemblance;Impact;Niveau de risque;Traitement;Mesures;Risque résiduel;Statut;Accepté par;Prochaine revue',
      'Réduire',
    ],
  ];
  for (const [language, header, treatment] of languages)
    it(`is read in ${language}`, () => {
      const text = `${header}\n${(RISKS.split('\n')[1] ?? '').replace('Mitigate', treatment)}`;
      assert.deepEqual(rows('risk', 'a.md', markdown(text), ...RISK_CELLS), [
        RISK_ROW.map((cell) => (cell === 'Mitigate' ? treatment : cell)),
      ]);
      const [table] = engine.read('a.md', markdown(text), undefined).facts.registers.risk;
      assert.deepEqual([table?.certain, table?.rows[0]?.treatment], [true, 'mitigate']);
    });

  it('takes the column with numbers where two could be the score', () => {
    const text = 'ID;Risk;Risk level;Risk score;Treatment\nR-001;Fire;High;12;Accept\n';
    assert.deepEqual(rows('risk', 'a.csv', text, 'score'), [['R-001', 'Fire', '', '12']]);
  });

  it('passes over the headings of groups between its rows', () => {
    const text = markdown('ID;Risk;Owner;Treatment\n**Office**;;;\nR-001;Fire;CEO;Accept');
    assert.deepEqual(rows('risk', 'a.md', text), [['R-001', 'Fire', '']]);
  });

  it('knows ids of several words, and an id and its title in one cell', () => {
    const text = markdown('Risk;Owner;Treatment\nR-CYBER-001: Break-in;CEO;Accept');
    assert.deepEqual(rows('risk', 'a.md', text), [['R-CYBER-001', 'Break-in', '']]);
  });

  it('reads a treatment by the only kind among its words', () => {
    const text =
      'ID;Risiko;Behandlung\nR1;A;Mit Monitoring akzeptieren\nR2;B;Akzeptieren oder vermeiden\nR3;C;weder reduzieren noch vermeiden\n';
    const { registers } = engine.read('a.csv', text, undefined).facts;
    assert.deepEqual(
      registers.risk[0]?.rows.map((row) => row.treatment),
      ['accept', 'accept', 'unknown'],
    );
  });

  const listed: readonly (readonly [treatment: string, expected: string])[] = [
    ['Priority 1: Review of contracts; Priority 2: Clear acceptance criteria', 'unknown'],
    ['Update all servers. Avoid what is new.', 'unknown'],
    ['Keep stock <br> avoid peaks', 'avoid'],
    ['We accept it, watched by the SOC; later: insurance, to transfer the rest', 'accept'],
    ['Mitigate via layers: reviews; some residual risk is accepted', 'mitigate'],
    ['Avoid: no such service', 'avoid'],
  ];
  for (const [treatment, expected] of listed)
    it(`reads ${JSON.stringify(treatment)} as ${expected}`, () => {
      const text = markdown(`ID;Risk;Treatment\nR-001;Fire;${treatment.replaceAll(';', '\\;')}`);
      const [row] = engine.read('a.md', text, undefined).facts.registers.risk[0]?.rows ?? [];
      assert.equal(row?.treatment, expected);
    });
});
