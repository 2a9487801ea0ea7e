import type { Member } from '../../../src/model/issue/member.js';
import { issue, item, parseMarkdown, picture, preparedPicture } from './issue-fixture.js';

/** A member whose name and place are written in Arabic. */
const MOROCCAN: Member = { id: 'dar', name: 'دار الأمان', aliases: [], kind: 'partner', country: 'MA', city: 'الرباط' };

const BODY = `تعمل المنظمة منذ عام 2005 مع [الناجيات والناجين](https://example.org/ar) من الاتجار بالبشر في أكثر من مدينة.

- مأوى آمن
- مشورة قانونية: \`C/38\`

> حقوق الإنسان للجميع، بلا استثناء.

| السنة | العدد |
|---|--:|
| 2020 | 131 |

حاشية في آخر النص.[^1]

[^1]: مثال من النص.`;

const BY_DAR = { contributor: { kind: 'member', member: MOROCCAN }, language: 'ar', summary: undefined } as const;

/** An issue in Arabic with most sections and an English and a Ukrainian item inside: invented, of nobody. */
export const ARABIC = issue(
  [
    item({
      ...BY_DAR,
      id: 'shelter',
      title: 'عام من العمل في الرباط',
      summary: 'ملخص قصير لما جرى في هذا العام.',
      body: parseMarkdown(BODY),
      pictures: [picture({ alt: 'باب مفتوح', caption: 'باب في الرباط', credit: 'A. Painter' })],
      source: { title: 'تقرير المنظمة', url: 'https://example.org/report' },
      link: { url: 'https://example.org/more', label: 'قراءة التقرير' },
      sample: true,
    }),
    item({ id: 'english', title: 'Residence permits compared (in English)', titleOriginal: 'Aufenthaltstitel' }),
    item({
      id: 'ukrainian',
      title: 'Гаряча лінія працює',
      language: 'uk',
      summary: 'Новини з Києва.',
      body: parseMarkdown('Лінія працює щодня.\n\n- безкоштовно\n- анонімно'),
      link: { url: 'https://example.org/uk', label: 'Докладніше' },
    }),
    item({
      ...BY_DAR,
      id: 'view',
      section: 'opinion',
      title: 'رأي في السرية',
      author: 'فريق التحرير',
      body: parseMarkdown(BODY),
    }),
    item({
      ...BY_DAR,
      id: 'report',
      section: 'publication',
      title: 'تقرير عن تصاريح الإقامة',
      body: parseMarkdown('يقارن التقرير ستة قوانين.'),
      publication: {
        number: 'C/38',
        author: 'LEFÖ',
        publisher: 'دار الأمان',
        kind: 'تقرير',
        keywords: ['قانون', 'إقامة', 'permit'],
      },
    }),
    item({
      ...BY_DAR,
      id: 'act',
      section: 'action',
      title: 'رسالة إلى البرلمان',
      body: parseMarkdown('كل توقيع يساعد.'),
      link: { url: 'https://example.org/sign', label: 'توقيع الرسالة' },
      deadline: '2021-01-15',
    }),
    item({
      ...BY_DAR,
      id: 'dates',
      section: 'event',
      title: 'موعدان في مطلع العام',
      body: parseMarkdown('الحضور مفتوح للجميع.'),
      events: [
        {
          title: 'ندوة',
          start: '2021-01-25T10:00',
          end: '2021-01-25T12:30',
          timezone: 'Europe/Amsterdam',
          online: true,
          place: 'Vienna',
          url: 'https://example.org/event',
        },
        { title: 'لقاء', start: '2021-02-02', end: '2021-02-03', place: 'الرباط' },
      ],
    }),
    item({
      ...BY_DAR,
      id: 'job',
      section: 'vacancy',
      title: 'وظيفة في التوثيق',
      body: parseMarkdown('نصف دوام.'),
      deadline: '2021-01-31',
    }),
  ],
  {
    language: 'ar',
    title: 'السكن والأمان',
    subject: 'نشرة ديسمبر 2020',
    preheader: 'عام من العمل، وستة قوانين.',
    letter: parseMarkdown('في هذا العدد **أخبار** من ثلاثة بلدان.'),
    lead: item({
      ...BY_DAR,
      id: 'lead-item',
      section: 'statement',
      lead: true,
      title: 'بيان في يوم حقوق الإنسان',
      pictures: [picture({ alt: 'مظلات' })],
      body: parseMarkdown(BODY),
      author: 'Staff',
    }),
    funders: [
      {
        name: 'A fund',
        alt: 'شعار',
        text: 'Text of the fund, in English.',
        example: true,
        logo: preparedPicture('emblem', [240]),
      },
    ],
    platform: { members: 29, countries: 23 },
  },
);
