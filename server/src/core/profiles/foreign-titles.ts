/** What sections are called in other languages where a fix writes a heading. Each title is a heading that the vocabulary knows for its section. */
import type { SectionKey } from './section-keys';

export const languages = ['en', 'fr', 'es', 'ur'] as const;

export type Language = (typeof languages)[number];

type Titles = Readonly<Partial<Record<SectionKey, string>>>;

const french: Titles = {
  summary: 'Résumé', 'key-messages': 'Messages clés', introduction: 'Introduction', problem: 'Problème', background: 'Contexte', method: 'Méthodes', evidence: 'Données probantes',
  findings: 'Résultats', analysis: 'Analyse', comparison: 'Comparaison internationale', 'at-a-glance': "En un coup d'œil", timeline: 'Chronologie', implications: 'Conséquences',
  scenarios: 'Scénarios', constraints: 'Contraintes', risks: 'Risques', limitations: 'Limites', options: 'Options', criteria: 'Critères', impacts: "Analyse d'impact", objectives: 'Objectifs',
  recommendations: 'Recommandations', recommendation: 'Recommandation', 'comparison-of-options': 'Comparaison des options', 'decision-points': 'Points à décider',
  implementation: 'Mise en œuvre', 'next-steps': 'Prochaines étapes', financial: 'Incidences financières', legal: 'Implications juridiques', consultation: 'Consultations menées', equity: 'Équité',
  review: 'Suivi et évaluation', conclusion: 'Conclusion', references: 'Références', 'further-reading': 'Pour aller plus loin', disclosure: "Conflits d'intérêts", faq: 'Questions fréquentes',
  case: 'Étude de cas', glossary: 'Glossaire', annex: 'Annexe', position: 'Notre position', 'counter-arguments': 'Contre-arguments', proposal: 'Proposition', proposals: 'Propositions',
  assumptions: 'Hypothèses', overview: "Vue d'ensemble", issue: 'Question à trancher', timing: 'Échéances', considerations: 'Considérations',
};

const spanish: Titles = {
  summary: 'Resumen', 'key-messages': 'Mensajes clave', introduction: 'Introducción', problem: 'Problema', background: 'Antecedentes', method: 'Métodos', evidence: 'Evidencia',
  findings: 'Resultados', analysis: 'Análisis', comparison: 'Comparación internacional', 'at-a-glance': 'De un vistazo', timeline: 'Cronología', implications: 'Implicaciones',
  scenarios: 'Escenarios', constraints: 'Restricciones', risks: 'Riesgos', limitations: 'Limitaciones', options: 'Opciones', criteria: 'Criterios', impacts: 'Análisis de impacto',
  objectives: 'Objetivos', recommendations: 'Recomendaciones', recommendation: 'Recomendación', 'comparison-of-options': 'Comparación de opciones', 'decision-points': 'Puntos para decidir',
  implementation: 'Implementación', 'next-steps': 'Próximos pasos', financial: 'Implicaciones financieras', legal: 'Implicaciones legales', consultation: 'Consultas', equity: 'Equidad',
  review: 'Seguimiento y evaluación', conclusion: 'Conclusión', references: 'Referencias', 'further-reading': 'Para saber más', disclosure: 'Conflictos de intereses', faq: 'Preguntas frecuentes',
  case: 'Estudio de caso', glossary: 'Glosario', annex: 'Anexo', position: 'Nuestra posición', 'counter-arguments': 'Objeciones', proposal: 'Propuesta', proposals: 'Propuestas presentadas',
  assumptions: 'Supuestos', overview: 'Panorama general', issue: 'Cuestión por decidir', timing: 'Plazos', considerations: 'Consideraciones',
};

const urdu: Titles = {
  summary: 'خلاصہ', 'key-messages': 'کلیدی پیغامات', overview: 'جائزہ', introduction: 'تعارف', problem: 'مسئلہ', background: 'پس منظر', method: 'طریقہ کار', evidence: 'شواہد', findings: 'نتائج',
  analysis: 'تجزیہ', comparison: 'تقابلی جائزہ', 'at-a-glance': 'ایک نظر میں', 'headlines-miss': 'عام غلط فہمیاں', timeline: 'واقعات کی ترتیب', implications: 'مضمرات', scenarios: 'ممکنہ منظرنامے',
  constraints: 'رکاوٹیں', risks: 'خطرات', limitations: 'حدود', options: 'متبادل', criteria: 'معیار', impacts: 'اثرات', 'comparison-of-options': 'متبادلات کا موازنہ', objectives: 'مقاصد',
  recommendations: 'سفارشات', recommendation: 'سفارش', 'decision-points': 'فیصلہ طلب امور', implementation: 'عملدرآمد', 'next-steps': 'اگلے اقدامات', financial: 'مالی مضمرات', legal: 'قانونی مضمرات',
  consultation: 'مشاورت', equity: 'مساوات', review: 'نگرانی و جائزہ', conclusion: 'اختتامیہ', references: 'حوالہ جات', 'further-reading': 'مزید مطالعہ', disclosure: 'مفادات کا تصادم', faq: 'عمومی سوالات',
  position: 'ہمارا موقف', 'counter-arguments': 'اعتراضات', proposal: 'تجویز', proposals: 'مجوزہ اقدامات', case: 'کیس اسٹڈی', glossary: 'فرہنگ', annex: 'ضمیمہ', assumptions: 'مفروضات',
  issue: 'زیر غور سوال', timing: 'فیصلے کا وقت', considerations: 'قابل غور پہلو',
};

const titles: Readonly<Record<Language, Titles>> = { en: {}, fr: french, es: spanish, ur: urdu };

/** undefined: English, or a section that has no name there yet. */
export const foreignTitle = (key: SectionKey, language: Language): string | undefined => titles[language][key];

const textsToCome: Readonly<Record<Language, string | undefined>> = { en: undefined, fr: '[À compléter]', es: '[Por completar]', ur: '[مکمل کریں]' };

/** A blank for a section's text, which placeholder-left-in reports; undefined: English, which has texts of its own. */
export const textToComeIn = (language: Language): string | undefined => textsToCome[language];
