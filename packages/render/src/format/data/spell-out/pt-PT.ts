// Numbers in words: pt-PT. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal-masculine=
%%optional-e
0 ' e 
1 ' 
%%spellout-cardinal-masculine-with-e
0 ' e =%spellout-cardinal-masculine=
100 →%%optional-e→=%spellout-cardinal-masculine=
%spellout-cardinal-masculine
-x menos →→
x.x ←← vírgula →→
0 zero
1 um
2 dois
3 três
4 quatro
5 cinco
6 seis
7 sete
8 oito
9 nove
10 dez
11 onze
12 doze
13 treze
14 catorze
15 quinze
16 dezasseis
17 dezassete
18 dezoito
19 dezanove
20 vinte[ e →→]
30 trinta[ e →→]
40 quarenta[ e →→]
50 cinquenta[ e →→]
60 sessenta[ e →→]
70 setenta[ e →→]
80 oitenta[ e →→]
90 noventa[ e →→]
100 cem
101 cento e →→
200 duzentos[ e →→]
300 trezentos[ e →→]
400 quatrocentos[ e →→]
500 quinhentos[ e →→]
600 seiscentos[ e →→]
700 setecentos[ e →→]
800 oitocentos[ e →→]
900 novecentos[ e →→]
1000 mil[→%%spellout-cardinal-masculine-with-e→]
2000 ←← mil[→%%spellout-cardinal-masculine-with-e→]
1000000 ←← $(cardinal,one{milhão}other{milhões})$[→%%spellout-cardinal-masculine-with-e→]
1000000000 ←← mil milhões[→%%spellout-cardinal-masculine-with-e→]
1000000000000 ←← $(cardinal,one{bilião}other{biliões})$[→%%spellout-cardinal-masculine-with-e→]
1000000000000000 ←← mil biliões[→%%spellout-cardinal-masculine-with-e→]
1000000000000000000 =#,##0=`;
