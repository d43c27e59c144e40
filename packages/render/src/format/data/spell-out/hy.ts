// Numbers in words: hy. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal=
%spellout-cardinal
-x հանած →→
x.x ←← ստորակել →→
0 զրո
1 մեկ
2 երկու
3 երեք
4 չորս
5 հինգ
6 վեց
7 յոթ
8 ութ
9 ինը
10 տասն[\u00AD→→]
20 քսան[\u00AD→→]
30 երեսուն[\u00AD→→]
40 քառասուն[\u00AD→→]
50 հիսուն[\u00AD→→]
60 վաթսուն[\u00AD→→]
70 յոթանասուն[\u00AD→→]
80 ութսուն[\u00AD→→]
90 իննասուն[\u00AD→→]
100 ←←\u00ADհարյուր[ →→]
1000 ←← հազար[ →→]
1000000 ←← միլիօն[ →→]
1000000000 ←← միլիար[ →→]
1000000000000 ←← բիլիօն[ →→]
1000000000000000 ←← բիլիար[ →→]
1000000000000000000 =#,##0=`;
