// Numbers in words: ar. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
-x ناقص →→
x.x ←← فاصل →→
0 صفر
1 واحد
2 إثنان
3 ثلاثة
4 أربعة
5 خمسة
6 ستة
7 سبعة
8 ثمانية
9 تسعة
10 عشرة
11 إحدى عشر
12 إثنا عشر
13 →%spellout-numbering→ عشر
20 [→%spellout-numbering→ و]عشرون
30 [→%spellout-numbering→ و]ثلاثون
40 [→%spellout-numbering→ و]أربعون
50 [→%spellout-numbering→ و]خمسون
60 [→%spellout-numbering→ و]ستون
70 [→%spellout-numbering→ و]سبعون
80 [→%spellout-numbering→ و]ثمانون
90 [→%spellout-numbering→ و]تسعون
100 مائة[ و→%spellout-numbering→]
200 مائتان[ و→%spellout-numbering→]
300 ←%spellout-numbering← مائة[ و→%spellout-numbering→]
1000 ألف[ و→%spellout-numbering→]
2000 ألفين[ و→%spellout-numbering→]
3000 ←%spellout-numbering← آلاف[ و→%spellout-numbering→]
11000/1000 ←%%spellout-numbering-m← ألف[ و→%spellout-numbering→]
1000000 مليون[ و→%spellout-numbering→]
2000000 ←%%spellout-numbering-m← مليون[ و→%spellout-numbering→]
1000000000 مليار[ و→%spellout-numbering→]
2000000000 ←%%spellout-numbering-m← مليار[ و→%spellout-numbering→]
1000000000000 ترليون[ و→%spellout-numbering→]
2000000000000 ←%%spellout-numbering-m← ترليون[ و→%spellout-numbering→]
1000000000000000 كوادرليون[ و→%spellout-numbering→]
2000000000000000 ←%%spellout-numbering-m← كوادرليون[ و→%spellout-numbering→]
1000000000000000000 =#,##0=
%%spellout-numbering-m
0 صفر
1 واحد
2 إثنان
3 ثلاثة
4 أربعة
5 خمسة
6 ستة
7 سبعة
8 ثمانية
9 تسعة
10 عشرة
11 إحدى عشر
12 إثنا عشر
13 →→ عشر
20 [→%%spellout-numbering-m→ و]عشرون
30 [→%%spellout-numbering-m→ و]ثلاثون
40 [→%%spellout-numbering-m→ و]أربعون
50 [→%%spellout-numbering-m→ و]خمسون
60 [→%%spellout-numbering-m→ و]ستون
70 [→%%spellout-numbering-m→ و]سبعون
80 [→%%spellout-numbering-m→ و]ثمانون
90 [→%%spellout-numbering-m→ و]تسعون
100 مائة[ و→%%spellout-numbering-m→]
200 مائتان[ و→%%spellout-numbering-m→]
300 ←%spellout-numbering← مائة[ و→%%spellout-numbering-m→]
1000 ألف[ و→%%spellout-numbering-m→]
2000 ألفي[ و→%%spellout-numbering-m→]
3000 ←%spellout-numbering← آلاف[ و→%%spellout-numbering-m→]
11000/1000 ←%%spellout-numbering-m← ألف[ و→%%spellout-numbering-m→]
1000000 مليون[ و→%%spellout-numbering-m→]
2000000 ←%%spellout-numbering-m← مليون[ و→%%spellout-numbering-m→]
1000000000 مليار[ و→%%spellout-numbering-m→]
2000000000 ←%%spellout-numbering-m← مليار[ و→%%spellout-numbering-m→]
1000000000000 ترليون[ و→%%spellout-numbering-m→]
2000000000000 ←%%spellout-numbering-m← ترليون[ و→%%spellout-numbering-m→]
1000000000000000 كوادرليون[ و→%%spellout-numbering-m→]
2000000000000000 ←%%spellout-numbering-m← كوادرليون[ و→%%spellout-numbering-m→]
1000000000000000000 =#,##0=`;
