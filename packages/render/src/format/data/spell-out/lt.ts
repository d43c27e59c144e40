// Numbers in words: lt. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal-masculine=
%%spellout-cardinal-stem-few
0 0
1 1
2 2
3 3
4 ketur
5 penk
6 šeš
7 septyn
8 aštuon
9 devyn
10 10
11 vienuolik
12 dvylik
13 trylik
14 keturiolik
15 penkiolik
16 šešiolik
17 septyniolik
18 aštuoniolik
19 devyniolik
20 =%spellout-cardinal-masculine=
%spellout-cardinal-masculine
-x mīnus →→
x.x [←← ir ]→%%fractions-feminine→
0 nulis
1 vienas
2 du
3 trys
4 =%%spellout-cardinal-stem-few=i
10 dešimt
11 =%%spellout-cardinal-stem-few=a
20 ←%spellout-cardinal-feminine-accusative←dešimt[ →→]
100 šimtas[ →→]
200 ←%spellout-cardinal-masculine← šimtai[ →→]
1000 tūkstantis[ →→]
2000 ←%spellout-cardinal-masculine← $(cardinal,one{tūkstantis}few{tūkstančiai}other{tūkstančių})$[ →→]
1000000 ←%spellout-cardinal-masculine← $(cardinal,one{milijonas}few{milijonai}other{milijonų})$[ →→]
1000000000 ←%spellout-cardinal-masculine← $(cardinal,one{milijardas}few{milijardai}other{milijardų})$[ →→]
1000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{trilijonas}few{trilijonai}other{trilijonų})$[ →→]
1000000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{kvadrilijonas}few{kvadrilijonai}other{kvadrilijonų})$[ →→]
1000000000000000000 =#,##0=
%spellout-cardinal-feminine
-x mīnus →→
x.x [←← ir ]→%%fractions-feminine→
0 nulis
1 viena
2 dvi
3 trys
4 =%%spellout-cardinal-stem-few=ios
10 dešimt
11 =%%spellout-cardinal-stem-few=a
20 ←%spellout-cardinal-feminine-accusative←dešimt[ →→]
100 šimtas[ →→]
200 ←%spellout-cardinal-masculine← šimtai[ →→]
1000 tūkstantis[ →→]
2000 ←%spellout-cardinal-masculine← $(cardinal,one{tūkstantis}few{tūkstančiai}other{tūkstančių})$[ →→]
1000000 ←%spellout-cardinal-masculine← $(cardinal,one{milijonas}few{milijonai}other{milijonų})$[ →→]
1000000000 ←%spellout-cardinal-masculine← $(cardinal,one{milijardas}few{milijardai}other{milijardų})$[ →→]
1000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{trilijonas}few{trilijonai}other{trilijonų})$[ →→]
1000000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{kvadrilijonas}few{kvadrilijonai}other{kvadrilijonų})$[ →→]
1000000000000000000 =#,##0=
%%fractions-feminine
10 ←%spellout-cardinal-feminine← $(cardinal,one{dešimtosio}other{dešimtosios})$
100 ←%spellout-cardinal-feminine← $(cardinal,one{šimtosio}other{šimtosios})$
1000 ←%spellout-cardinal-feminine← $(cardinal,one{tūkstantosio}other{tūkstantosios})$
10000 ←%spellout-cardinal-feminine← $(cardinal,one{dešimttūkstantosio}other{dešimttūkstantosios})$
100000 ←%spellout-cardinal-feminine← $(cardinal,one{šimtatūkstantosio}other{šimtatūkstantosios})$
1000000 ←%spellout-cardinal-feminine← $(cardinal,one{milijonosio}other{milijonosios})$
10000000 ←%spellout-cardinal-feminine← $(cardinal,one{dešimtmilijonosio}other{dešimtmilijonosios})$
100000000 ←%spellout-cardinal-feminine← $(cardinal,one{šimtamilijonosio}other{šimtamilijonosios})$
1000000000 ←0←
%spellout-cardinal-feminine-accusative
-x mīnus →→
x.x [←← ir ]→%%fractions-feminine-accusative→
0 nulis
1 vieną
2 dvi
3 tris
4 =%%spellout-cardinal-stem-few=ias
10 dešimt
11 =%%spellout-cardinal-stem-few=ą
20 ←%spellout-cardinal-feminine-accusative←dešimt[ →→]
100 šimtas[ →→]
200 ←%spellout-cardinal-masculine← šimtai[ →→]
1000 tūkstantis[ →→]
2000 ←%spellout-cardinal-masculine← $(cardinal,one{tūkstantis}few{tūkstančiai}other{tūkstančių})$[ →→]
1000000 ←%spellout-cardinal-masculine← $(cardinal,one{milijonas}few{milijonai}other{milijonų})$[ →→]
1000000000 ←%spellout-cardinal-masculine← $(cardinal,one{milijardas}few{milijardai}other{milijardų})$[ →→]
1000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{trilijonas}few{trilijonai}other{trilijonų})$[ →→]
1000000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{kvadrilijonas}few{kvadrilijonai}other{kvadrilijonų})$[ →→]
1000000000000000000 =#,##0=
%%fractions-feminine-accusative
10 ←%spellout-cardinal-feminine-accusative← $(cardinal,one{dešimtąsias}other{dešimtąsias})$
100 ←%spellout-cardinal-feminine-accusative← $(cardinal,one{šimtąsias}other{šimtąsias})$
1000 ←%spellout-cardinal-feminine-accusative← $(cardinal,one{tūkstantąsias}other{tūkstantąsias})$
10000 ←%spellout-cardinal-feminine-accusative← $(cardinal,one{dešimttūkstantąsias}other{dešimttūkstantąsias})$
100000 ←%spellout-cardinal-feminine-accusative← $(cardinal,one{šimtatūkstantąsias}other{šimtatūkstantąsias})$
1000000 ←%spellout-cardinal-feminine-accusative← $(cardinal,one{milijonąsias}other{milijonąsias})$
10000000 ←%spellout-cardinal-feminine-accusative← $(cardinal,one{dešimtmilijonąsias}other{dešimtmilijonąsias})$
100000000 ←%spellout-cardinal-feminine-accusative← $(cardinal,one{šimtamilijonąsias}other{šimtamilijonąsias})$
1000000000 ←0←`;
