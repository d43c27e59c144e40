/** Numbers in words by ICU 72.1, over the rules of CLDR 48.2.0. Written by make-vectors.py. */
export const SPELL_OUT_VALUES = `0 1 2 3 5 7 8 10 11 12 13 16 19 20 21 22 25 31 38 45 50 67 70 71 77 80 81 90 91 99 100 101 110 111 121 200 221 300 321 400 500 600 700 800 999 1000 1001 1100 1234 1900 2000 2021 5000 10000 11000 12345 21000 99999 100000 101000 123456 999999 1000000 1000001 1234567 2000000 5000000 21000000 100000000 1000000000 1234567890 2000000000 1000000000000 1000000000000001 1000000000000000 9007199254740991 -1 -5 -21 -1234567 -1000000000000000 0.5 0.1 0.01 0.25 0.001 1.5 2.5 3.14 10.05 100.001 1234567.89 123456.789 -0.5 -12.75`;

/** For each language a line `# language`, then a line for each value. */
export const SPELL_OUT_WORDS = `
# af
nul
een
twee
drie
vyf
sewe
agt
tien
elf
twaalf
dertien
sestien
negentien
twintig
een-en-twintig
twee-en-twintig
vyf-en-twintig
een-en-dertig
agt-en-dertig
vyf-en-veertig
vyftig
sewe-en-sestig
sewentig
een-en-sewentig
sewe-en-sewentig
tagtig
een-en-tagtig
negentig
een-en-negentig
nege-en-negentig
honderd
honderd een
honderd tien
honderd elf
honderd een-en-twintig
tweehonderd
tweehonderd een-en-twintig
driehonderd
driehonderd een-en-twintig
vierhonderd
vyfhonderd
seshonderd
sewehonderd
agthonderd
negehonderd nege-en-negentig
duisend
duisend een
duisend honderd
duisend tweehonderd vier-en-dertig
duisend negehonderd
twee\u00ADduisend
twee\u00ADduisend een-en-twintig
vyf\u00ADduisend
tien\u00ADduisend
elf\u00ADduisend
twaalf\u00ADduisend driehonderd vyf-en-veertig
een-en-twintig duisend
nege-en-negentig duisend negehonderd nege-en-negentig
honderd duisend
honderd een duisend
honderd drie-en-twintig duisend vierhonderd ses-en-vyftig
negehonderd nege-en-negentig duisend negehonderd nege-en-negentig
een miljoen
een miljoen een
een miljoen tweehonderd vier-en-dertig duisend vyfhonderd sewe-en-sestig
twee miljoen
vyf miljoen
een-en-twintig miljoen
honderd miljoen
een miljard
een miljard tweehonderd vier-en-dertig miljoen vyfhonderd sewe-en-sestig duisend agthonderd negentig
twee miljard
een biljoen
een biljard een
een biljard
nege biljard sewe biljoen honderd nege-en-negentig miljard tweehonderd vier-en-vyftig miljoen sewehonderd veertig duisend negehonderd een-en-negentig
min een
min vyf
min een-en-twintig
min een miljoen tweehonderd vier-en-dertig duisend vyfhonderd sewe-en-sestig
min een biljard
nul komma vyf
nul komma een
nul komma nul een
nul komma twee vyf
nul komma nul nul een
een komma vyf
twee komma vyf
drie komma een vier
tien komma nul vyf
honderd komma nul nul een
een miljoen tweehonderd vier-en-dertig duisend vyfhonderd sewe-en-sestig komma agt nege
honderd drie-en-twintig duisend vierhonderd ses-en-vyftig komma sewe agt nege
min nul komma vyf
min twaalf komma sewe vyf
# ar
صفر
واحد
إثنان
ثلاثة
خمسة
سبعة
ثمانية
عشرة
إحدى عشر
إثنا عشر
ثلاثة عشر
ستة عشر
تسعة عشر
عشرون
واحد وعشرون
إثنان وعشرون
خمسة وعشرون
واحد وثلاثون
ثمانية وثلاثون
خمسة وأربعون
خمسون
سبعة وستون
سبعون
واحد وسبعون
سبعة وسبعون
ثمانون
واحد وثمانون
تسعون
واحد وتسعون
تسعة وتسعون
مائة
مائة وواحد
مائة وعشرة
مائة وإحدى عشر
مائة وواحد وعشرون
مائتان
مائتان وواحد وعشرون
ثلاثة مائة
ثلاثة مائة وواحد وعشرون
أربعة مائة
خمسة مائة
ستة مائة
سبعة مائة
ثمانية مائة
تسعة مائة وتسعة وتسعون
ألف
ألف وواحد
ألف ومائة
ألف ومائتان وأربعة وثلاثون
ألف وتسعة مائة
ألفين
ألفين وواحد وعشرون
خمسة آلاف
عشرة آلاف
إحدى عشر ألف
إثنا عشر ألف وثلاثة مائة وخمسة وأربعون
واحد وعشرون ألف
تسعة وتسعون ألف وتسعة مائة وتسعة وتسعون
مائة ألف
مائة وواحد ألف
مائة وثلاثة وعشرون ألف وأربعة مائة وستة وخمسون
تسعة مائة وتسعة وتسعون ألف وتسعة مائة وتسعة وتسعون
مليون
مليون وواحد
مليون ومائتان وأربعة وثلاثون ألف وخمسة مائة وسبعة وستون
إثنان مليون
خمسة مليون
واحد وعشرون مليون
مائة مليون
مليار
مليار ومائتان وأربعة وثلاثون مليون وخمسة مائة وسبعة وستون ألف وثمانية مائة وتسعون
إثنان مليار
ترليون
كوادرليون وواحد
كوادرليون
تسعة كوادرليون وسبعة ترليون ومائة وتسعة وتسعون مليار ومائتان وأربعة وخمسون مليون وسبعة مائة وأربعون ألف وتسعة مائة وواحد وتسعون
ناقص واحد
ناقص خمسة
ناقص واحد وعشرون
ناقص مليون ومائتان وأربعة وثلاثون ألف وخمسة مائة وسبعة وستون
ناقص كوادرليون
صفر فاصل خمسة
صفر فاصل واحد
صفر فاصل صفر واحد
صفر فاصل إثنان خمسة
صفر فاصل صفر صفر واحد
واحد فاصل خمسة
إثنان فاصل خمسة
ثلاثة فاصل واحد أربعة
عشرة فاصل صفر خمسة
مائة فاصل صفر صفر واحد
مليون ومائتان وأربعة وثلاثون ألف وخمسة مائة وسبعة وستون فاصل ثمانية تسعة
مائة وثلاثة وعشرون ألف وأربعة مائة وستة وخمسون فاصل سبعة ثمانية تسعة
ناقص صفر فاصل خمسة
ناقص إثنا عشر فاصل سبعة خمسة
# az
sıfır
bir
iki
üç
beş
yeddi
səkkiz
on
on bir
on iki
on üç
on altı
on doqquz
iyirmi
iyirmi bir
iyirmi iki
iyirmi beş
otuz bir
otuz səkkiz
qırx beş
əlli
atmış yeddi
yetmiş
yetmiş bir
yetmiş yeddi
səqsən
səqsən bir
doxsan
doxsan bir
doxsan doqquz
bir yüz
bir yüz bir
bir yüz on
bir yüz on bir
bir yüz iyirmi bir
iki yüz
iki yüz iyirmi bir
üç yüz
üç yüz iyirmi bir
dörd yüz
beş yüz
altı yüz
yeddi yüz
səkkiz yüz
doqquz yüz doxsan doqquz
bir min
bir min bir
bir min bir yüz
bir min iki yüz otuz dörd
bir min doqquz yüz
iki min
iki min iyirmi bir
beş min
on min
on bir min
on iki min üç yüz qırx beş
iyirmi bir min
doxsan doqquz min doqquz yüz doxsan doqquz
bir yüz min
bir yüz bir min
bir yüz iyirmi üç min dörd yüz əlli altı
doqquz yüz doxsan doqquz min doqquz yüz doxsan doqquz
bir milyon
bir milyon bir
bir milyon iki yüz otuz dörd min beş yüz atmış yeddi
iki milyon
beş milyon
iyirmi bir milyon
bir yüz milyon
bir milyard
bir milyard iki yüz otuz dörd milyon beş yüz atmış yeddi min səkkiz yüz doxsan
iki milyard
bir trilyon
bir katrilyon bir
bir katrilyon
doqquz katrilyon yeddi trilyon bir yüz doxsan doqquz milyard iki yüz əlli dörd milyon yeddi yüz qırx min doqquz yüz doxsan bir
əksi bir
əksi beş
əksi iyirmi bir
əksi bir milyon iki yüz otuz dörd min beş yüz atmış yeddi
əksi bir katrilyon
sıfır tam beş
sıfır tam bir
sıfır tam sıfır bir
sıfır tam iki beş
sıfır tam sıfır sıfır bir
bir tam beş
iki tam beş
üç tam bir dörd
on tam sıfır beş
bir yüz tam sıfır sıfır bir
bir milyon iki yüz otuz dörd min beş yüz atmış yeddi tam səkkiz doqquz
bir yüz iyirmi üç min dörd yüz əlli altı tam yeddi səkkiz doqquz
əksi sıfır tam beş
əksi on iki tam yeddi beş
# be
нуль
адзiн
два
тры
пяць
сем
восем
дзесяць
адзінаццаць
дванаццаць
трынаццаць
шаснаццаць
дзевятнаццаць
дваццаць
дваццаць адзiн
дваццаць два
дваццаць пяць
трыццаць адзiн
трыццаць восем
сорак пяць
пяцьдзесят
шэсцьдзесят сем
семдзесят
семдзесят адзiн
семдзесят сем
восемдзесят
восемдзесят адзiн
дзевяноста
дзевяноста адзiн
дзевяноста дзевяць
сто
сто адзiн
сто дзесяць
сто адзінаццаць
сто дваццаць адзiн
дзвесце
дзвесце дваццаць адзiн
трыста
трыста дваццаць адзiн
чатырыста
пяцьсот
шэсцьсот
семсот
восемсот
дзевяцьсот дзевяноста дзевяць
адна тысяча
адна тысяча адзiн
адна тысяча сто
адна тысяча дзвесце трыццаць чатыры
адна тысяча дзевяцьсот
дзве тысячы
дзве тысячы дваццаць адзiн
пяць тысяч
дзесяць тысяч
адзінаццаць тысяч
дванаццаць тысяч трыста сорак пяць
дваццаць адна тысяча
дзевяноста дзевяць тысяч дзевяцьсот дзевяноста дзевяць
сто тысяч
сто адна тысяча
сто дваццаць тры тысячы чатырыста пяцьдзесят шэсць
дзевяцьсот дзевяноста дзевяць тысяч дзевяцьсот дзевяноста дзевяць
адзiн мільён
адзiн мільён адзiн
адзiн мільён дзвесце трыццаць чатыры тысячы пяцьсот шэсцьдзесят сем
два мільёны
пяць мільёнаў
дваццаць адзiн мільён
сто мільёнаў
адзiн мільярд
адзiн мільярд дзвесце трыццаць чатыры мільёны пяцьсот шэсцьдзесят сем тысяч восемсот дзевяноста
два мільярды
адзiн трыльён
адзiн квадрыльён адзiн
адзiн квадрыльён
дзевяць квадрыльёнаў сем трылёнаў сто дзевяноста дзевяць мільярдаў дзвесце пяцьдзесят чатыры мільёны семсот сорак тысяч дзевяцьсот дзевяноста адзiн
мінус адзiн
мінус пяць
мінус дваццаць адзiн
мінус адзiн мільён дзвесце трыццаць чатыры тысячы пяцьсот шэсцьдзесят сем
мінус адзiн квадрыльён
нуль коска пяць
нуль коска адзiн
нуль коска нуль адзiн
нуль коска два пяць
нуль коска нуль нуль адзiн
адзiн коска пяць
два коска пяць
тры коска адзiн чатыры
дзесяць коска нуль пяць
сто коска нуль нуль адзiн
адзiн мільён дзвесце трыццаць чатыры тысячы пяцьсот шэсцьдзесят сем коска восем дзевяць
сто дваццаць тры тысячы чатырыста пяцьдзесят шэсць коска сем восем дзевяць
мінус нуль коска пяць
мінус дванаццаць коска сем пяць
# bg
нула
едно
две
три
пет
седем
осем
десет
единайсет
дванайсет
тринайсет
шестнайсет
деветнайсет
двайсет
двайсет и едно
двайсет и две
двайсет и пет
трийсет и едно
трийсет и осем
четиресет и пет
петдесет
шейсет и седем
седемдесет
седемдесет и едно
седемдесет и седем
осемдесет
осемдесет и едно
деветдесет
деветдесет и едно
деветдесет и девет
сто
сто и едно
сто и десет
сто и единайсет
сто двайсет и едно
двеста
двеста двайсет и едно
триста
триста двайсет и едно
четиристотин
петстотин
шестстотин
седемстотин
осемстотин
деветстотин деветдесет и девет
хиляда
хиляда и едно
хиляда сто
хиляда двеста трийсет и четири
хиляда деветстотин
две хиляди
две хиляди двайсет и едно
пет хиляди
десет хиляди
единайсет хиляди
дванайсет хиляди триста четиресет и пет
двайсет и една хиляди
деветдесет и девет хиляди деветстотин деветдесет и девет
сто хиляди
сто и една хиляди
сто двайсет и три хиляди четиристотин петдесет и шест
деветстотин деветдесет и девет хиляди деветстотин деветдесет и девет
един милион
един милион и едно
един милион двеста трийсет и четири хиляди петстотин шейсет и седем
два милиона
пет милиона
двайсет и един милиона
сто милиона
един милиард
един милиард двеста трийсет и четири милиона петстотин шейсет и седем хиляди осемстотин и деветдесет
два милиарда
един трилион
един квадрилион и едно
един квадрилион
девет квадрилиона седем трилиона сто деветдесет и девет милиарда двеста петдесет и четири милиона седемстотин и четиресет хиляди деветстотин деветдесет и едно
минус едно
минус пет
минус двайсет и едно
минус един милион двеста трийсет и четири хиляди петстотин шейсет и седем
минус един квадрилион
нула цяло и пет
нула цяло и едно
нула цяло и нула едно
нула цяло и две пет
нула цяло и нула нула едно
едно цяло и пет
две цяло и пет
три цяло и едно четири
десет цяло и нула пет
сто цяло и нула нула едно
един милион двеста трийсет и четири хиляди петстотин шейсет и седем цяло и осем девет
сто двайсет и три хиляди четиристотин петдесет и шест цяло и седем осем девет
минус нула цяло и пет
минус дванайсет цяло и седем пет
# ca
zero
u
dos
tres
cinc
set
vuit
deu
onze
dotze
tretze
setze
dinou
vint
vint-i-u
vint-i-dos
vint-i-cinc
trenta-u
trenta-vuit
quaranta-cinc
cinquanta
seixanta-set
setanta
setanta-u
setanta-set
vuitanta
vuitanta-u
noranta
noranta-u
noranta-nou
cent
cent u
cent deu
cent onze
cent vint-i-u
dos-cents
dos-cents vint-i-u
tres-cents
tres-cents vint-i-u
quatre-cents
cinc-cents
sis-cents
set-cents
vuit-cents
nou-cents noranta-nou
mil
mil u
mil cent
mil dos-cents trenta-quatre
mil nou-cents
dos mil
dos mil vint-i-u
cinc mil
deu mil
onze mil
dotze mil tres-cents quaranta-cinc
vint-i-un mil
noranta-nou mil nou-cents noranta-nou
cent mil
cent un mil
cent vint-i-tres mil quatre-cents cinquanta-sis
nou-cents noranta-nou mil nou-cents noranta-nou
un milió
un milió u
un milió dos-cents trenta-quatre mil cinc-cents seixanta-set
dos milions
cinc milions
vint-i-un milions
cent milions
mil milions
mil dos-cents trenta-quatre milions cinc-cents seixanta-set mil vuit-cents noranta
dos mil milions
un bilió
mil bilions u
mil bilions
nou mil set bilions cent noranta-nou mil dos-cents cinquanta-quatre milions set-cents quaranta mil nou-cents noranta-u
menys u
menys cinc
menys vint-i-u
menys un milió dos-cents trenta-quatre mil cinc-cents seixanta-set
menys mil bilions
zero coma cinc
zero coma u
zero coma zero u
zero coma dos cinc
zero coma zero zero u
u coma cinc
dos coma cinc
tres coma u quatre
deu coma zero cinc
cent coma zero zero u
un milió dos-cents trenta-quatre mil cinc-cents seixanta-set coma vuit nou
cent vint-i-tres mil quatre-cents cinquanta-sis coma set vuit nou
menys zero coma cinc
menys dotze coma set cinc
# cs
nula
jeden
dva
tři
pět
sedm
osm
deset
jedenáct
dvanáct
třináct
šestnáct
devatenáct
dvacet
dvacet jeden
dvacet dva
dvacet pět
třicet jeden
třicet osm
čtyřicet pět
padesát
šedesát sedm
sedmdesát
sedmdesát jeden
sedmdesát sedm
osmdesát
osmdesát jeden
devadesát
devadesát jeden
devadesát devět
sto
sto jeden
sto deset
sto jedenáct
sto dvacet jeden
dvě stě
dvě stě dvacet jeden
tři sta
tři sta dvacet jeden
čtyři sta
pět set
šest set
sedm set
osm set
devět set devadesát devět
jedna tisíc
jedna tisíc jeden
jedna tisíc sto
jedna tisíc dvě stě třicet čtyři
jedna tisíc devět set
dvě tisíce
dvě tisíce dvacet jeden
pět tisíc
deset tisíc
jedenáct tisíc
dvanáct tisíc tři sta čtyřicet pět
dvacet jedna tisíc
devadesát devět tisíc devět set devadesát devět
sto tisíc
sto jedna tisíc
sto dvacet tři tisíc čtyři sta padesát šest
devět set devadesát devět tisíc devět set devadesát devět
jeden milión
jeden milión jeden
jeden milión dvě stě třicet čtyři tisíc pět set šedesát sedm
dva milióny
pět miliónů
dvacet jeden miliónů
sto miliónů
jeden miliarda
jeden miliarda dvě stě třicet čtyři miliónů pět set šedesát sedm tisíc osm set devadesát
dva miliardy
jeden bilión
jeden biliarda jeden
jeden biliarda
devět biliardů sedm biliónů sto devadesát devět miliardů dvě stě padesát čtyři miliónů sedm set čtyřicet tisíc devět set devadesát jeden
minus jeden
minus pět
minus dvacet jeden
minus jeden milión dvě stě třicet čtyři tisíc pět set šedesát sedm
minus jeden biliarda
nula čárka pět
nula čárka jeden
nula čárka nula jeden
nula čárka dva pět
nula čárka nula nula jeden
jeden čárka pět
dva čárka pět
tři čárka jeden čtyři
deset čárka nula pět
sto čárka nula nula jeden
jeden milión dvě stě třicet čtyři tisíc pět set šedesát sedm čárka osm devět
sto dvacet tři tisíc čtyři sta padesát šest čárka sedm osm devět
minus nula čárka pět
minus dvanáct čárka sedm pět
# cy
dim
un
dau
tri
pump
saith
wyth
un deg
un deg un
un deg dau
un deg tri
un deg chwech
un deg naw
dau ddeg
dau ddeg un
dau ddeg dau
dau ddeg pump
tri deg un
tri deg wyth
pedwar deg pump
pum deg
chwe deg saith
saith deg
saith deg un
saith deg saith
wyth deg
wyth deg un
naw deg
naw deg un
naw deg naw
un cant
un cant un
un cant un deg
un cant un deg un
un cant dau ddeg un
dau cant
dau cant dau ddeg un
tri cant
tri cant dau ddeg un
pedwar cant
pum cant
chwe cant
saith cant
wyth cant
naw cant naw deg naw
un mil
un mil un
un mil un cant
un mil dau cant tri deg pedwar
un mil naw cant
dau mil
dau mil dau ddeg un
pum mil
un deg mil
un deg un mil
un deg dau mil tri cant pedwar deg pump
dau ddeg un mil
naw deg naw mil naw cant naw deg naw
un cant mil
un cant un mil
un cant dau ddeg tri mil pedwar cant pum deg chwech
naw cant naw deg naw mil naw cant naw deg naw
un miliwn
un miliwn un
un miliwn dau cant tri deg pedwar mil pum cant chwe deg saith
dau miliwn
pum miliwn
dau ddeg un miliwn
un cant miliwn
un biliwn
un biliwn dau cant tri deg pedwar miliwn pum cant chwe deg saith mil wyth cant naw deg
dau biliwn
un triliwn
un kwadriliwn un
un kwadriliwn
naw kwadriliwn saith triliwn un cant naw deg naw biliwn dau cant pum deg pedwar miliwn saith cant pedwar deg mil naw cant naw deg un
minws un
minws pump
minws dau ddeg un
minws un miliwn dau cant tri deg pedwar mil pum cant chwe deg saith
minws un kwadriliwn
dim pwynt pump
dim pwynt un
dim pwynt dim un
dim pwynt dau pump
dim pwynt dim dim un
un pwynt pump
dau pwynt pump
tri pwynt un pedwar
un deg pwynt dim pump
un cant pwynt dim dim un
un miliwn dau cant tri deg pedwar mil pum cant chwe deg saith pwynt wyth naw
un cant dau ddeg tri mil pedwar cant pum deg chwech pwynt saith wyth naw
minws dim pwynt pump
minws un deg dau pwynt saith pump
# da
nul
et
to
tre
fem
syv
otte
ti
elleve
tolv
tretten
seksten
nitten
tyve
en\u00ADog\u00ADtyve
to\u00ADog\u00ADtyve
fem\u00ADog\u00ADtyve
en\u00ADog\u00ADtredive
otte\u00ADog\u00ADtredive
fem\u00ADog\u00ADfyrre
halvtreds
syv\u00ADog\u00ADtres
halvfjerds
en\u00ADog\u00ADhalvfjerds
syv\u00ADog\u00ADhalvfjerds
firs
en\u00ADog\u00ADfirs
halvfems
en\u00ADog\u00ADhalvfems
ni\u00ADog\u00ADhalvfems
hundrede
hundrede og et
hundrede og ti
hundrede og elleve
hundrede og en\u00ADog\u00ADtyve
to\u00ADhundrede
to\u00ADhundrede og en\u00ADog\u00ADtyve
tre\u00ADhundrede
tre\u00ADhundrede og en\u00ADog\u00ADtyve
fire\u00ADhundrede
fem\u00ADhundrede
seks\u00ADhundrede
syv\u00ADhundrede
otte\u00ADhundrede
ni\u00ADhundrede og ni\u00ADog\u00ADhalvfems
tusind
tusind og et
tusind hundrede
tusind to\u00ADhundrede og fire\u00ADog\u00ADtredive
tusind ni\u00ADhundrede
to tusind
to tusind og en\u00ADog\u00ADtyve
fem tusind
ti tusind
elleve tusind
tolv tusind tre\u00ADhundrede og fem\u00ADog\u00ADfyrre
en\u00ADog\u00ADtyve tusind
ni\u00ADog\u00ADhalvfems tusind ni\u00ADhundrede og ni\u00ADog\u00ADhalvfems
hundrede tusind
hundrede og et tusind
hundrede og tre\u00ADog\u00ADtyve tusind fire\u00ADhundrede og seks\u00ADog\u00ADhalvtreds
ni\u00ADhundrede og ni\u00ADog\u00ADhalvfems tusind ni\u00ADhundrede og ni\u00ADog\u00ADhalvfems
en million
en million et
en million to\u00ADhundrede og fire\u00ADog\u00ADtredive tusind fem\u00ADhundrede og syv\u00ADog\u00ADtres
to millioner
fem millioner
en\u00ADog\u00ADtyve millioner
hundrede millioner
en milliard
en milliard to\u00ADhundrede og fire\u00ADog\u00ADtredive millioner fem\u00ADhundrede og syv\u00ADog\u00ADtres tusind otte\u00ADhundrede og halvfems
to milliarder
en billion
en billiard et
en billiard
ni billiarder syv billioner hundrede og ni\u00ADog\u00ADhalvfems milliarder to\u00ADhundrede og fire\u00ADog\u00ADhalvtreds millioner syv\u00ADhundrede og fyrre tusind ni\u00ADhundrede og en\u00ADog\u00ADhalvfems
minus et
minus fem
minus en\u00ADog\u00ADtyve
minus en million to\u00ADhundrede og fire\u00ADog\u00ADtredive tusind fem\u00ADhundrede og syv\u00ADog\u00ADtres
minus en billiard
nul komma fem
nul komma et
nul komma nul et
nul komma to fem
nul komma nul nul et
et komma fem
to komma fem
tre komma et fire
ti komma nul fem
hundrede komma nul nul et
en million to\u00ADhundrede og fire\u00ADog\u00ADtredive tusind fem\u00ADhundrede og syv\u00ADog\u00ADtres komma otte ni
hundrede og tre\u00ADog\u00ADtyve tusind fire\u00ADhundrede og seks\u00ADog\u00ADhalvtreds komma syv otte ni
minus nul komma fem
minus tolv komma syv fem
# de
null
eins
zwei
drei
fünf
sieben
acht
zehn
elf
zwölf
dreizehn
sechzehn
neunzehn
zwanzig
ein\u00ADund\u00ADzwanzig
zwei\u00ADund\u00ADzwanzig
fünf\u00ADund\u00ADzwanzig
ein\u00ADund\u00ADdreißig
acht\u00ADund\u00ADdreißig
fünf\u00ADund\u00ADvierzig
fünfzig
sieben\u00ADund\u00ADsechzig
siebzig
ein\u00ADund\u00ADsiebzig
sieben\u00ADund\u00ADsiebzig
achtzig
ein\u00ADund\u00ADachtzig
neunzig
ein\u00ADund\u00ADneunzig
neun\u00ADund\u00ADneunzig
ein\u00ADhundert
ein\u00ADhundert\u00ADeins
ein\u00ADhundert\u00ADzehn
ein\u00ADhundert\u00ADelf
ein\u00ADhundert\u00ADein\u00ADund\u00ADzwanzig
zwei\u00ADhundert
zwei\u00ADhundert\u00ADein\u00ADund\u00ADzwanzig
drei\u00ADhundert
drei\u00ADhundert\u00ADein\u00ADund\u00ADzwanzig
vier\u00ADhundert
fünf\u00ADhundert
sechs\u00ADhundert
sieben\u00ADhundert
acht\u00ADhundert
neun\u00ADhundert\u00ADneun\u00ADund\u00ADneunzig
ein\u00ADtausend
ein\u00ADtausend\u00ADeins
ein\u00ADtausend\u00ADein\u00ADhundert
ein\u00ADtausend\u00ADzwei\u00ADhundert\u00ADvier\u00ADund\u00ADdreißig
ein\u00ADtausend\u00ADneun\u00ADhundert
zwei\u00ADtausend
zwei\u00ADtausend\u00ADein\u00ADund\u00ADzwanzig
fünf\u00ADtausend
zehn\u00ADtausend
elf\u00ADtausend
zwölf\u00ADtausend\u00ADdrei\u00ADhundert\u00ADfünf\u00ADund\u00ADvierzig
ein\u00ADund\u00ADzwanzig\u00ADtausend
neun\u00ADund\u00ADneunzig\u00ADtausend\u00ADneun\u00ADhundert\u00ADneun\u00ADund\u00ADneunzig
ein\u00ADhundert\u00ADtausend
ein\u00ADhundert\u00ADein\u00ADtausend
ein\u00ADhundert\u00ADdrei\u00ADund\u00ADzwanzig\u00ADtausend\u00ADvier\u00ADhundert\u00ADsechs\u00ADund\u00ADfünfzig
neun\u00ADhundert\u00ADneun\u00ADund\u00ADneunzig\u00ADtausend\u00ADneun\u00ADhundert\u00ADneun\u00ADund\u00ADneunzig
eine Million
eine Million eins
eine Million zwei\u00ADhundert\u00ADvier\u00ADund\u00ADdreißig\u00ADtausend\u00ADfünf\u00ADhundert\u00ADsieben\u00ADund\u00ADsechzig
zwei Millionen
fünf Millionen
ein\u00ADund\u00ADzwanzig Millionen
ein\u00ADhundert Millionen
eine Milliarde
eine Milliarde zwei\u00ADhundert\u00ADvier\u00ADund\u00ADdreißig Millionen fünf\u00ADhundert\u00ADsieben\u00ADund\u00ADsechzig\u00ADtausend\u00ADacht\u00ADhundert\u00ADneunzig
zwei Milliarden
eine Billion
eine Billiarde eins
eine Billiarde
neun Billiarden sieben Billionen ein\u00ADhundert\u00ADneun\u00ADund\u00ADneunzig Milliarden zwei\u00ADhundert\u00ADvier\u00ADund\u00ADfünfzig Millionen sieben\u00ADhundert\u00ADvierzig\u00ADtausend\u00ADneun\u00ADhundert\u00ADein\u00ADund\u00ADneunzig
minus eins
minus fünf
minus ein\u00ADund\u00ADzwanzig
minus eine Million zwei\u00ADhundert\u00ADvier\u00ADund\u00ADdreißig\u00ADtausend\u00ADfünf\u00ADhundert\u00ADsieben\u00ADund\u00ADsechzig
minus eine Billiarde
null Komma fünf
null Komma eins
null Komma null eins
null Komma zwei fünf
null Komma null null eins
eins Komma fünf
zwei Komma fünf
drei Komma eins vier
zehn Komma null fünf
ein\u00ADhundert Komma null null eins
eine Million zwei\u00ADhundert\u00ADvier\u00ADund\u00ADdreißig\u00ADtausend\u00ADfünf\u00ADhundert\u00ADsieben\u00ADund\u00ADsechzig Komma acht neun
ein\u00ADhundert\u00ADdrei\u00ADund\u00ADzwanzig\u00ADtausend\u00ADvier\u00ADhundert\u00ADsechs\u00ADund\u00ADfünfzig Komma sieben acht neun
minus null Komma fünf
minus zwölf Komma sieben fünf
# de-CH
null
eins
zwei
drei
fünf
sieben
acht
zehn
elf
zwölf
dreizehn
sechzehn
neunzehn
zwanzig
ein\u00ADund\u00ADzwanzig
zwei\u00ADund\u00ADzwanzig
fünf\u00ADund\u00ADzwanzig
ein\u00ADund\u00ADdreissig
acht\u00ADund\u00ADdreissig
fünf\u00ADund\u00ADvierzig
fünfzig
sieben\u00ADund\u00ADsechzig
siebzig
ein\u00ADund\u00ADsiebzig
sieben\u00ADund\u00ADsiebzig
achtzig
ein\u00ADund\u00ADachtzig
neunzig
ein\u00ADund\u00ADneunzig
neun\u00ADund\u00ADneunzig
ein\u00ADhundert
ein\u00ADhundert\u00ADeins
ein\u00ADhundert\u00ADzehn
ein\u00ADhundert\u00ADelf
ein\u00ADhundert\u00ADein\u00ADund\u00ADzwanzig
zwei\u00ADhundert
zwei\u00ADhundert\u00ADein\u00ADund\u00ADzwanzig
drei\u00ADhundert
drei\u00ADhundert\u00ADein\u00ADund\u00ADzwanzig
vier\u00ADhundert
fünf\u00ADhundert
sechs\u00ADhundert
sieben\u00ADhundert
acht\u00ADhundert
neun\u00ADhundert\u00ADneun\u00ADund\u00ADneunzig
ein\u00ADtausend
ein\u00ADtausend\u00ADeins
ein\u00ADtausend\u00ADein\u00ADhundert
ein\u00ADtausend\u00ADzwei\u00ADhundert\u00ADvier\u00ADund\u00ADdreissig
ein\u00ADtausend\u00ADneun\u00ADhundert
zwei\u00ADtausend
zwei\u00ADtausend\u00ADein\u00ADund\u00ADzwanzig
fünf\u00ADtausend
zehn\u00ADtausend
elf\u00ADtausend
zwölf\u00ADtausend\u00ADdrei\u00ADhundert\u00ADfünf\u00ADund\u00ADvierzig
ein\u00ADund\u00ADzwanzig\u00ADtausend
neun\u00ADund\u00ADneunzig\u00ADtausend\u00ADneun\u00ADhundert\u00ADneun\u00ADund\u00ADneunzig
ein\u00ADhundert\u00ADtausend
ein\u00ADhundert\u00ADein\u00ADtausend
ein\u00ADhundert\u00ADdrei\u00ADund\u00ADzwanzig\u00ADtausend\u00ADvier\u00ADhundert\u00ADsechs\u00ADund\u00ADfünfzig
neun\u00ADhundert\u00ADneun\u00ADund\u00ADneunzig\u00ADtausend\u00ADneun\u00ADhundert\u00ADneun\u00ADund\u00ADneunzig
eine Million
eine Million eins
eine Million zwei\u00ADhundert\u00ADvier\u00ADund\u00ADdreissig\u00ADtausend\u00ADfünf\u00ADhundert\u00ADsieben\u00ADund\u00ADsechzig
zwei Millionen
fünf Millionen
ein\u00ADund\u00ADzwanzig Millionen
ein\u00ADhundert Millionen
eine Milliarde
eine Milliarde zwei\u00ADhundert\u00ADvier\u00ADund\u00ADdreissig Millionen fünf\u00ADhundert\u00ADsieben\u00ADund\u00ADsechzig\u00ADtausend\u00ADacht\u00ADhundert\u00ADneunzig
zwei Milliarden
eine Billion
eine Billiarde eins
eine Billiarde
neun Billiarden sieben Billionen ein\u00ADhundert\u00ADneun\u00ADund\u00ADneunzig Milliarden zwei\u00ADhundert\u00ADvier\u00ADund\u00ADfünfzig Millionen sieben\u00ADhundert\u00ADvierzig\u00ADtausend\u00ADneun\u00ADhundert\u00ADein\u00ADund\u00ADneunzig
minus eins
minus fünf
minus ein\u00ADund\u00ADzwanzig
minus eine Million zwei\u00ADhundert\u00ADvier\u00ADund\u00ADdreissig\u00ADtausend\u00ADfünf\u00ADhundert\u00ADsieben\u00ADund\u00ADsechzig
minus eine Billiarde
null Komma fünf
null Komma eins
null Komma null eins
null Komma zwei fünf
null Komma null null eins
eins Komma fünf
zwei Komma fünf
drei Komma eins vier
zehn Komma null fünf
ein\u00ADhundert Komma null null eins
eine Million zwei\u00ADhundert\u00ADvier\u00ADund\u00ADdreissig\u00ADtausend\u00ADfünf\u00ADhundert\u00ADsieben\u00ADund\u00ADsechzig Komma acht neun
ein\u00ADhundert\u00ADdrei\u00ADund\u00ADzwanzig\u00ADtausend\u00ADvier\u00ADhundert\u00ADsechs\u00ADund\u00ADfünfzig Komma sieben acht neun
minus null Komma fünf
minus zwölf Komma sieben fünf
# el
μηδέν
ένα
δύο
τρία
πέντε
επτά
οκτώ
δέκα
έντεκα
δώδεκα
δεκα\u00ADτρία
δεκα\u00ADέξι
δεκα\u00ADεννέα
είκοσι
είκοσι ένα
είκοσι δύο
είκοσι πέντε
τριάντα ένα
τριάντα οκτώ
σαράντα πέντε
πενήντα
εξήντα επτά
εβδομήντα
εβδομήντα ένα
εβδομήντα επτά
ογδόντα
ογδόντα ένα
εννενήντα
εννενήντα ένα
εννενήντα εννέα
εκατό
εκατόν ένα
εκατόν δέκα
εκατόν έντεκα
εκατόν είκοσι ένα
διακόσια
διακόσια είκοσι ένα
τριακόσια
τριακόσια είκοσι ένα
τετρακόσια
πεντακόσια
εξακόσια
επτακόσια
οκτακόσια
εννιακόσια εννενήντα εννέα
χίλια
χίλια ένα
χίλια εκατό
χίλια διακόσια τριάντα τέσσερα
χίλια εννιακόσια
δύο χίλιάδες
δύο χίλιάδες είκοσι ένα
πέντε χίλιάδες
δέκα χίλιάδες
έντεκα χίλιάδες
δώδεκα χίλιάδες τριακόσια σαράντα πέντε
είκοσι μία χίλιάδες
εννενήντα εννέα χίλιάδες εννιακόσια εννενήντα εννέα
εκατό χίλιάδες
εκατόν μία χίλιάδες
εκατόν είκοσι τρεις χίλιάδες τετρακόσια πενήντα έξι
εννιακόσιες εννενήντα εννέα χίλιάδες εννιακόσια εννενήντα εννέα
ένα εκατομμύριο
ένα εκατομμύριο ένα
ένα εκατομμύριο διακόσιες τριάντα τέσσερις χίλιάδες πεντακόσια εξήντα επτά
δύο εκατομμύρια
πέντε εκατομμύρια
είκοσι ένα εκατομμύρια
εκατό εκατομμύρια
ένα δισεκατομμύριο
ένα δισεκατομμύριο διακόσια τριάντα τέσσερα εκατομμύρια πεντακόσιες εξήντα επτά χίλιάδες οκτακόσια εννενήντα
δύο δισεκατομμύρια
ένα τρισεκατομμύριο
ένα τετράκις εκατομμύριο ένα
ένα τετράκις εκατομμύριο
εννέα τετράκις εκατομμύρια επτά τρισεκατομμύρια εκατόν εννενήντα εννέα δισεκατομμύρια διακόσια πενήντα τέσσερα εκατομμύρια επτακόσιες σαράντα χίλιάδες εννιακόσια εννενήντα ένα
μείον ένα
μείον πέντε
μείον είκοσι ένα
μείον ένα εκατομμύριο διακόσιες τριάντα τέσσερις χίλιάδες πεντακόσια εξήντα επτά
μείον ένα τετράκις εκατομμύριο
μηδέν κόμμα πέντε
μηδέν κόμμα ένα
μηδέν κόμμα μηδέν ένα
μηδέν κόμμα δύο πέντε
μηδέν κόμμα μηδέν μηδέν ένα
ένα κόμμα πέντε
δύο κόμμα πέντε
τρία κόμμα ένα τέσσερα
δέκα κόμμα μηδέν πέντε
εκατό κόμμα μηδέν μηδέν ένα
ένα εκατομμύριο διακόσιες τριάντα τέσσερις χίλιάδες πεντακόσια εξήντα επτά κόμμα οκτώ εννέα
εκατόν είκοσι τρεις χίλιάδες τετρακόσια πενήντα έξι κόμμα επτά οκτώ εννέα
μείον μηδέν κόμμα πέντε
μείον δώδεκα κόμμα επτά πέντε
# en
zero
one
two
three
five
seven
eight
ten
eleven
twelve
thirteen
sixteen
nineteen
twenty
twenty-one
twenty-two
twenty-five
thirty-one
thirty-eight
forty-five
fifty
sixty-seven
seventy
seventy-one
seventy-seven
eighty
eighty-one
ninety
ninety-one
ninety-nine
one hundred
one hundred one
one hundred ten
one hundred eleven
one hundred twenty-one
two hundred
two hundred twenty-one
three hundred
three hundred twenty-one
four hundred
five hundred
six hundred
seven hundred
eight hundred
nine hundred ninety-nine
one thousand
one thousand one
one thousand one hundred
one thousand two hundred thirty-four
one thousand nine hundred
two thousand
two thousand twenty-one
five thousand
ten thousand
eleven thousand
twelve thousand three hundred forty-five
twenty-one thousand
ninety-nine thousand nine hundred ninety-nine
one hundred thousand
one hundred one thousand
one hundred twenty-three thousand four hundred fifty-six
nine hundred ninety-nine thousand nine hundred ninety-nine
one million
one million one
one million two hundred thirty-four thousand five hundred sixty-seven
two million
five million
twenty-one million
one hundred million
one billion
one billion two hundred thirty-four million five hundred sixty-seven thousand eight hundred ninety
two billion
one trillion
one quadrillion one
one quadrillion
nine quadrillion seven trillion one hundred ninety-nine billion two hundred fifty-four million seven hundred forty thousand nine hundred ninety-one
minus one
minus five
minus twenty-one
minus one million two hundred thirty-four thousand five hundred sixty-seven
minus one quadrillion
zero point five
zero point one
zero point zero one
zero point two five
zero point zero zero one
one point five
two point five
three point one four
ten point zero five
one hundred point zero zero one
one million two hundred thirty-four thousand five hundred sixty-seven point eight nine
one hundred twenty-three thousand four hundred fifty-six point seven eight nine
minus zero point five
minus twelve point seven five
# en-IN
zero
one
two
three
five
seven
eight
ten
eleven
twelve
thirteen
sixteen
nineteen
twenty
twenty-one
twenty-two
twenty-five
thirty-one
thirty-eight
forty-five
fifty
sixty-seven
seventy
seventy-one
seventy-seven
eighty
eighty-one
ninety
ninety-one
ninety-nine
one hundred
one hundred one
one hundred ten
one hundred eleven
one hundred twenty-one
two hundred
two hundred twenty-one
three hundred
three hundred twenty-one
four hundred
five hundred
six hundred
seven hundred
eight hundred
nine hundred ninety-nine
one thousand
one thousand one
one thousand one hundred
one thousand two hundred thirty-four
one thousand nine hundred
two thousand
two thousand twenty-one
five thousand
ten thousand
eleven thousand
twelve thousand three hundred forty-five
twenty-one thousand
ninety-nine thousand nine hundred ninety-nine
one lakh
one lakh one thousand
one lakh twenty-three thousand four hundred fifty-six
nine lakh ninety-nine thousand nine hundred ninety-nine
ten lakh
ten lakh one
twelve lakh thirty-four thousand five hundred sixty-seven
twenty lakh
fifty lakh
two crore ten lakh
ten crore
one hundred crore
one hundred twenty-three crore forty-five lakh sixty-seven thousand eight hundred ninety
two hundred crore
one trillion
one quadrillion one
one quadrillion
nine quadrillion seven trillion nineteen thousand nine hundred twenty-five crore forty-seven lakh forty thousand nine hundred ninety-one
minus one
minus five
minus twenty-one
minus twelve lakh thirty-four thousand five hundred sixty-seven
minus one quadrillion
zero point five
zero point one
zero point zero one
zero point two five
zero point zero zero one
one point five
two point five
three point one four
ten point zero five
one hundred point zero zero one
twelve lakh thirty-four thousand five hundred sixty-seven point eight nine
one lakh twenty-three thousand four hundred fifty-six point seven eight nine
minus zero point five
minus twelve point seven five
# es
cero
uno
dos
tres
cinco
siete
ocho
diez
once
doce
trece
dieciséis
diecinueve
veinte
veintiuno
veintidós
veinticinco
treinta y uno
treinta y ocho
cuarenta y cinco
cincuenta
sesenta y siete
setenta
setenta y uno
setenta y siete
ochenta
ochenta y uno
noventa
noventa y uno
noventa y nueve
cien
ciento uno
ciento diez
ciento once
ciento veintiuno
doscientos
doscientos veintiuno
trescientos
trescientos veintiuno
cuatrocientos
quinientos
seiscientos
setecientos
ochocientos
novecientos noventa y nueve
mil
mil uno
mil cien
mil doscientos treinta y cuatro
mil novecientos
dos mil
dos mil veintiuno
cinco mil
diez mil
once mil
doce mil trescientos cuarenta y cinco
veintiún mil
noventa y nueve mil novecientos noventa y nueve
cien mil
ciento un mil
ciento veintitrés mil cuatrocientos cincuenta y seis
nove\u00ADcientos noventa y nueve mil novecientos noventa y nueve
un millón
un millón uno
un millón doscientos treinta y cuatro mil quinientos sesenta y siete
dos millones
cinco millones
veintiún millones
cien millones
mil millones
mil doscientos treinta y cuatro millones quinientos sesenta y siete mil ochocientos noventa
dos mil millones
un billón
mil billones uno
mil billones
nueve mil siete billones ciento noventa y nueve mil doscientos cincuenta y cuatro millones sete\u00ADcientos cuarenta mil novecientos noventa y uno
menos uno
menos cinco
menos veintiuno
menos un millón doscientos treinta y cuatro mil quinientos sesenta y siete
menos mil billones
cero coma cinco
cero coma uno
cero coma cero uno
cero coma dos cinco
cero coma cero cero uno
uno coma cinco
dos coma cinco
tres coma uno cuatro
diez coma cero cinco
cien coma cero cero uno
un millón doscientos treinta y cuatro mil quinientos sesenta y siete coma ocho nueve
ciento veintitrés mil cuatrocientos cincuenta y seis coma siete ocho nueve
menos cero coma cinco
menos doce coma siete cinco
# et
null
üks
kaks
kolm
viis
seitse
kaheksa
kümme
üksteist
kaksteist
kolmteist
kuusteist
üheksateist
kakskümmend
kakskümmend üks
kakskümmend kaks
kakskümmend viis
kolmkümmend üks
kolmkümmend kaheksa
nelikümmend viis
viiskümmend
kuuskümmend seitse
seitsekümmend
seitsekümmend üks
seitsekümmend seitse
kaheksakümmend
kaheksakümmend üks
üheksakümmend
üheksakümmend üks
üheksakümmend üheksa
ükssada
ükssada üks
ükssada kümme
ükssada üksteist
ükssada kakskümmend üks
kakssada
kakssada kakskümmend üks
kolmsada
kolmsada kakskümmend üks
nelisada
viissada
kuussada
seitsesada
kaheksasada
üheksasada üheksakümmend üheksa
üks tuhat
üks tuhat üks
üks tuhat ükssada
üks tuhat kakssada kolmkümmend neli
üks tuhat üheksasada
kaks tuhat
kaks tuhat kakskümmend üks
viis tuhat
kümme tuhat
üksteist tuhat
kaksteist tuhat kolmsada nelikümmend viis
kakskümmend üks tuhat
üheksakümmend üheksa tuhat üheksasada üheksakümmend üheksa
ükssada tuhat
ükssada üks tuhat
ükssada kakskümmend kolm tuhat nelisada viiskümmend kuus
üheksasada üheksakümmend üheksa tuhat üheksasada üheksakümmend üheksa
üks miljon
üks miljon üks
üks miljon kakssada kolmkümmend neli tuhat viissada kuuskümmend seitse
kaks miljonit
viis miljonit
kakskümmend üks miljonit
ükssada miljonit
üks miljard
üks miljard kakssada kolmkümmend neli miljonit viissada kuuskümmend seitse tuhat kaheksasada üheksakümmend
kaks miljardit
üks biljon
üks biljard üks
üks biljard
üheksa biljardit seitse biljonit ükssada üheksakümmend üheksa miljardit kakssada viiskümmend neli miljonit seitsesada nelikümmend tuhat üheksasada üheksakümmend üks
miinus üks
miinus viis
miinus kakskümmend üks
miinus üks miljon kakssada kolmkümmend neli tuhat viissada kuuskümmend seitse
miinus üks biljard
null koma viis
null koma üks
null koma null üks
null koma kaks viis
null koma null null üks
üks koma viis
kaks koma viis
kolm koma üks neli
kümme koma null viis
ükssada koma null null üks
üks miljon kakssada kolmkümmend neli tuhat viissada kuuskümmend seitse koma kaheksa üheksa
ükssada kakskümmend kolm tuhat nelisada viiskümmend kuus koma seitse kaheksa üheksa
miinus null koma viis
miinus kaksteist koma seitse viis
# fa
صفر
یک
دو
سه
پنج
هفت
هشت
ده
یازده
دوازده
سیزده
شانزده
نوزده
بیست
بیست و یک
بیست و دو
بیست و پنج
سی و یک
سی و هشت
چهل و پنج
پنجاه
شصت و هفت
هفتاد
هفتاد و یک
هفتاد و هفت
هشتاد
هشتاد و یک
نود
نود و یک
نود و نه
صد
صد و یک
صد و ده
صد و یازده
صد و بیست و یک
دویست
دویست و بیست و یک
سیصد
سیصد و بیست و یک
چهارصد
پانصد
ششصد
هفتصد
هشتصد
نهصد و نود و نه
یک هزار
یک هزار و یک
یک هزار و صد
یک هزار و دویست و سی و چهار
یک هزار و نهصد
دو هزار
دو هزار و بیست و یک
پنج هزار
ده هزار
یازده هزار
دوازده هزار و سیصد و چهل و پنج
بیست و یک هزار
نود و نه هزار و نهصد و نود و نه
صد هزار
صد و یک هزار
صد و بیست و سه هزار و چهارصد و پنجاه و شش
نهصد و نود و نه هزار و نهصد و نود و نه
یک میلیون
یک میلیون و یک
یک میلیون و دویست و سی و چهار هزار و پانصد و شصت و هفت
دو میلیون
پنج میلیون
بیست و یک میلیون
صد میلیون
یک میلیارد
یک میلیارد و دویست و سی و چهار میلیون و پانصد و شصت و هفت هزار و هشتصد و نود
دو میلیارد
یک هزار میلیارد
یک هزار هزار میلیارد و یک
یک هزار هزار میلیارد
نه هزار و هفت هزار میلیارد و صد و نود و نه میلیارد و دویست و پنجاه و چهار میلیون و هفتصد و چهل هزار و نهصد و نود و یک
منفی یک
منفی پنج
منفی بیست و یک
منفی یک میلیون و دویست و سی و چهار هزار و پانصد و شصت و هفت
منفی یک هزار هزار میلیارد
صفر ممیز پنج
صفر ممیز یک
صفر ممیز صفر یک
صفر ممیز دو پنج
صفر ممیز صفر صفر یک
یک ممیز پنج
دو ممیز پنج
سه ممیز یک چهار
ده ممیز صفر پنج
صد ممیز صفر صفر یک
یک میلیون و دویست و سی و چهار هزار و پانصد و شصت و هفت ممیز هشت نه
صد و بیست و سه هزار و چهارصد و پنجاه و شش ممیز هفت هشت نه
منفی صفر ممیز پنج
منفی دوازده ممیز هفت پنج
# fi
nolla
yksi
kaksi
kolme
viisi
seitsemän
kahdeksan
kymmenen
yksitoista
kaksitoista
kolmetoista
kuusitoista
yhdeksäntoista
kaksi\u00ADkymmentä
kaksi\u00ADkymmentä\u00ADyksi
kaksi\u00ADkymmentä\u00ADkaksi
kaksi\u00ADkymmentä\u00ADviisi
kolme\u00ADkymmentä\u00ADyksi
kolme\u00ADkymmentä\u00ADkahdeksan
neljä\u00ADkymmentä\u00ADviisi
viisi\u00ADkymmentä
kuusi\u00ADkymmentä\u00ADseitsemän
seitsemän\u00ADkymmentä
seitsemän\u00ADkymmentä\u00ADyksi
seitsemän\u00ADkymmentä\u00ADseitsemän
kahdeksan\u00ADkymmentä
kahdeksan\u00ADkymmentä\u00ADyksi
yhdeksän\u00ADkymmentä
yhdeksän\u00ADkymmentä\u00ADyksi
yhdeksän\u00ADkymmentä\u00ADyhdeksän
sata
sata\u00ADyksi
sata\u00ADkymmenen
sata\u00ADyksitoista
sata\u00ADkaksi\u00ADkymmentä\u00ADyksi
kaksi\u00ADsataa
kaksi\u00ADsataa\u00ADkaksi\u00ADkymmentä\u00ADyksi
kolme\u00ADsataa
kolme\u00ADsataa\u00ADkaksi\u00ADkymmentä\u00ADyksi
neljä\u00ADsataa
viisi\u00ADsataa
kuusi\u00ADsataa
seitsemän\u00ADsataa
kahdeksan\u00ADsataa
yhdeksän\u00ADsataa\u00ADyhdeksän\u00ADkymmentä\u00ADyhdeksän
tuhat
tuhat\u00ADyksi
tuhat\u00ADsata
tuhat\u00ADkaksi\u00ADsataa\u00ADkolme\u00ADkymmentä\u00ADneljä
tuhat\u00ADyhdeksän\u00ADsataa
kaksi\u00ADtuhatta
kaksi\u00ADtuhatta\u00ADkaksi\u00ADkymmentä\u00ADyksi
viisi\u00ADtuhatta
kymmenen\u00ADtuhatta
yksitoista\u00ADtuhatta
kaksitoista\u00ADtuhatta\u00ADkolme\u00ADsataa\u00ADneljä\u00ADkymmentä\u00ADviisi
kaksi\u00ADkymmentä\u00ADyksi\u00ADtuhatta
yhdeksän\u00ADkymmentä\u00ADyhdeksän\u00ADtuhatta\u00ADyhdeksän\u00ADsataa\u00ADyhdeksän\u00ADkymmentä\u00ADyhdeksän
sata\u00ADtuhatta
sata\u00ADyksi\u00ADtuhatta
sata\u00ADkaksi\u00ADkymmentä\u00ADkolme\u00ADtuhatta\u00ADneljä\u00ADsataa\u00ADviisi\u00ADkymmentä\u00ADkuusi
yhdeksän\u00ADsataa\u00ADyhdeksän\u00ADkymmentä\u00ADyhdeksän\u00ADtuhatta\u00ADyhdeksän\u00ADsataa\u00ADyhdeksän\u00ADkymmentä\u00ADyhdeksän
yksi miljoona
yksi miljoona yksi
yksi miljoona kaksi\u00ADsataa\u00ADkolme\u00ADkymmentä\u00ADneljä\u00ADtuhatta\u00ADviisi\u00ADsataa\u00ADkuusi\u00ADkymmentä\u00ADseitsemän
kaksi miljoonaa
viisi miljoonaa
kaksi\u00ADkymmentä\u00ADyksi miljoonaa
sata miljoonaa
yksi miljardi
yksi miljardi kaksi\u00ADsataa\u00ADkolme\u00ADkymmentä\u00ADneljä miljoonaa viisi\u00ADsataa\u00ADkuusi\u00ADkymmentä\u00ADseitsemän\u00ADtuhatta\u00ADkahdeksan\u00ADsataa\u00ADyhdeksän\u00ADkymmentä
kaksi miljardia
yksi biljoona
tuhat biljoonaa yksi
tuhat biljoonaa
yhdeksän\u00ADtuhatta\u00ADseitsemän biljoonaa sata\u00ADyhdeksän\u00ADkymmentä\u00ADyhdeksän miljardia kaksi\u00ADsataa\u00ADviisi\u00ADkymmentä\u00ADneljä miljoonaa seitsemän\u00ADsataa\u00ADneljä\u00ADkymmentä\u00ADtuhatta\u00ADyhdeksän\u00ADsataa\u00ADyhdeksän\u00ADkymmentä\u00ADyksi
miinus yksi
miinus viisi
miinus kaksi\u00ADkymmentä\u00ADyksi
miinus yksi miljoona kaksi\u00ADsataa\u00ADkolme\u00ADkymmentä\u00ADneljä\u00ADtuhatta\u00ADviisi\u00ADsataa\u00ADkuusi\u00ADkymmentä\u00ADseitsemän
miinus tuhat biljoonaa
nolla pilkku viisi
nolla pilkku yksi
nolla pilkku nolla yksi
nolla pilkku kaksi viisi
nolla pilkku nolla nolla yksi
yksi pilkku viisi
kaksi pilkku viisi
kolme pilkku yksi neljä
kymmenen pilkku nolla viisi
sata pilkku nolla nolla yksi
yksi miljoona kaksi\u00ADsataa\u00ADkolme\u00ADkymmentä\u00ADneljä\u00ADtuhatta\u00ADviisi\u00ADsataa\u00ADkuusi\u00ADkymmentä\u00ADseitsemän pilkku kahdeksan yhdeksän
sata\u00ADkaksi\u00ADkymmentä\u00ADkolme\u00ADtuhatta\u00ADneljä\u00ADsataa\u00ADviisi\u00ADkymmentä\u00ADkuusi pilkku seitsemän kahdeksan yhdeksän
miinus nolla pilkku viisi
miinus kaksitoista pilkku seitsemän viisi
# fil
walâ
isá
dalawá
tatló
limá
pitó
waló
sampû
labíng-isá
labíng-dalawá
labíng-tatló
labíng-anim
labíng-siyám
dalawáng pû
dalawáng pû’t isá
dalawáng pû’t dalawá
dalawáng pû’t limá
tatlóng pû’t isá
tatlóng pû’t waló
ápat na pû’t limá
limáng pû
anim na pû’t pitó
pitóng pû
pitóng pû’t isá
pitóng pû’t pitó
walóng pû
walóng pû’t isá
siyám na pû
siyám na pû’t isá
siyám na pû’t siyám
isáng daán
isáng daán at isá
isáng daán at sampû
isáng daán at labíng-isá
isáng daán at dalawáng pû’t isá
dalawáng daán
dalawáng daán at dalawáng pû’t isá
tatlóng daán
tatlóng daán at dalawáng pû’t isá
ápat na daán
limáng daán
anim na daán
pitóng daán
walóng daán
siyám na daán at siyám na pû’t siyám
isáng libó
isáng libó’t isá
isáng libó’t isáng daán
isáng libó’t dalawáng daán at tatlóng pû’t ápat
isáng libó’t siyám na daán
dalawáng libó
dalawáng libó’t dalawáng pû’t isá
limáng libó
sampûng libó
labíng-isáng libó
labíng-dalawáng libó’t tatlóng daán at ápat na pû’t limá
dalawáng pû’t isáng libó
siyám na pû’t siyám na libó’t siyám na daán at siyám na pû’t siyám
isáng daán libó
isáng daán at isáng libó
isáng daán at dalawáng pû’t tatlóng libó’t ápat na daán at limáng pû’t anim
siyám na daán at siyám na pû’t siyám na libó’t siyám na daán at siyám na pû’t siyám
isáng milyón
isáng milyón at isá
isáng milyón at dalawáng daán at tatlóng pû’t ápat na libó’t limáng daán at anim na pû’t pitó
dalawáng milyón
limáng milyón
dalawáng pû’t isáng milyón
isáng daán milyón
isáng bilyón
isáng bilyón at dalawáng daán at tatlóng pû’t ápat na milyón at limáng daán at anim na pû’t pitóng libó’t walóng daán at siyám na pû
dalawáng bilyón
isáng trilyón
isáng katrilyón at isá
isáng katrilyón
siyám na katrilyón at pitóng trilyón at isáng daán at siyám na pû’t siyám na bilyón at dalawáng daán at limáng pû’t ápat na milyón at pitóng daán at ápat na pû libó’t siyám na daán at siyám na pû’t isá
minus isá
minus limá
minus dalawáng pû’t isá
minus isáng milyón at dalawáng daán at tatlóng pû’t ápat na libó’t limáng daán at anim na pû’t pitó
minus isáng katrilyón
walâ tuldok limá
walâ tuldok isá
walâ tuldok walâ isá
walâ tuldok dalawá limá
walâ tuldok walâ walâ isá
isá tuldok limá
dalawá tuldok limá
tatló tuldok isá ápat
sampû tuldok walâ limá
isáng daán tuldok walâ walâ isá
isáng milyón at dalawáng daán at tatlóng pû’t ápat na libó’t limáng daán at anim na pû’t pitó tuldok waló siyám
isáng daán at dalawáng pû’t tatlóng libó’t ápat na daán at limáng pû’t anim tuldok pitó waló siyám
minus walâ tuldok limá
minus labíng-dalawá tuldok pitó limá
# fr
zéro
un
deux
trois
cinq
sept
huit
dix
onze
douze
treize
seize
dix-neuf
vingt
vingt-et-un
vingt-deux
vingt-cinq
trente-et-un
trente-huit
quarante-cinq
cinquante
soixante-sept
soixante-dix
soixante-et-onze
soixante-dix-sept
quatre-vingts
quatre-vingt-un
quatre-vingt-dix
quatre-vingt-onze
quatre-vingt-dix-neuf
cent
cent un
cent dix
cent onze
cent vingt-et-un
deux cents
deux cent vingt-et-un
trois cents
trois cent vingt-et-un
quatre cents
cinq cents
six cents
sept cents
huit cents
neuf cent quatre-vingt-dix-neuf
mille
mille un
mille cent
mille deux cent trente-quatre
mille neuf cents
deux mille
deux mille vingt-et-un
cinq mille
dix mille
onze mille
douze mille trois cent quarante-cinq
vingt-et-un mille
quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf
cent mille
cent un mille
cent vingt-trois mille quatre cent cinquante-six
neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf
un million
un million un
un million deux cent trente-quatre mille cinq cent soixante-sept
deux millions
cinq millions
vingt-et-un millions
cent millions
un milliard
un milliard deux cent trente-quatre millions cinq cent soixante-sept mille huit cent quatre-vingt-dix
deux milliards
un billion
un billiard un
un billiard
neuf billiards sept billions cent quatre-vingt-dix-neuf milliards deux cent cinquante-quatre millions sept cent quarante mille neuf cent quatre-vingt-onze
moins un
moins cinq
moins vingt-et-un
moins un million deux cent trente-quatre mille cinq cent soixante-sept
moins un billiard
zéro virgule cinq
zéro virgule un
zéro virgule zéro un
zéro virgule deux cinq
zéro virgule zéro zéro un
un virgule cinq
deux virgule cinq
trois virgule un quatre
dix virgule zéro cinq
cent virgule zéro zéro un
un million deux cent trente-quatre mille cinq cent soixante-sept virgule huit neuf
cent vingt-trois mille quatre cent cinquante-six virgule sept huit neuf
moins zéro virgule cinq
moins douze virgule sept cinq
# fr-BE
zéro
un
deux
trois
cinq
sept
huit
dix
onze
douze
treize
seize
dix-neuf
vingt
vingt-et-un
vingt-deux
vingt-cinq
trente-et-un
trente-huit
quarante-cinq
cinquante
soixante-sept
septante
septante-et-un
septante-sept
quatre-vingts
quatre-vingt un
nonante
nonante-et-un
nonante-neuf
cent
cent un
cent dix
cent onze
cent vingt-et-un
deux cents
deux cent vingt-et-un
trois cents
trois cent vingt-et-un
quatre cents
cinq cents
six cents
sept cents
huit cents
neuf cent nonante-neuf
mille
mille un
mille cent
mille deux cent trente-quatre
mille neuf cents
deux mille
deux mille vingt-et-un
cinq mille
dix mille
onze mille
douze mille trois cent quarante-cinq
vingt-et-un mille
nonante-neuf mille neuf cent nonante-neuf
cent mille
cent un mille
cent vingt-trois mille quatre cent cinquante-six
neuf cent nonante-neuf mille neuf cent nonante-neuf
un million
un million un
un million deux cent trente-quatre mille cinq cent soixante-sept
deux millions
cinq millions
vingt-et-un millions
cent millions
un milliard
un milliard deux cent trente-quatre millions cinq cent soixante-sept mille huit cent nonante
deux milliards
un billion
un billiard un
un billiard
neuf billiards sept billions cent nonante-neuf milliards deux cent cinquante-quatre millions sept cent quarante mille neuf cent nonante-et-un
moins un
moins cinq
moins vingt-et-un
moins un million deux cent trente-quatre mille cinq cent soixante-sept
moins un billiard
zéro virgule cinq
zéro virgule un
zéro virgule zéro un
zéro virgule deux cinq
zéro virgule zéro zéro un
un virgule cinq
deux virgule cinq
trois virgule un quatre
dix virgule zéro cinq
cent virgule zéro zéro un
un million deux cent trente-quatre mille cinq cent soixante-sept virgule huit neuf
cent vingt-trois mille quatre cent cinquante-six virgule sept huit neuf
moins zéro virgule cinq
moins douze virgule sept cinq
# fr-CH
zéro
un
deux
trois
cinq
sept
huit
dix
onze
douze
treize
seize
dix-neuf
vingt
vingt-et-un
vingt-deux
vingt-cinq
trente-et-un
trente-huit
quarante-cinq
cinquante
soixante-sept
septante
septante-et-un
septante-sept
huitante
huitante-et-un
nonante
nonante-et-un
nonante-neuf
cent
cent un
cent dix
cent onze
cent vingt-et-un
deux cents
deux cent vingt-et-un
trois cents
trois cent vingt-et-un
quatre cents
cinq cents
six cents
sept cents
huit cents
neuf cent nonante-neuf
mille
mille un
mille cent
mille deux cent trente-quatre
mille neuf cents
deux mille
deux mille vingt-et-un
cinq mille
dix mille
onze mille
douze mille trois cent quarante-cinq
vingt-et-un mille
nonante-neuf mille neuf cent nonante-neuf
cent mille
cent un mille
cent vingt-trois mille quatre cent cinquante-six
neuf cent nonante-neuf mille neuf cent nonante-neuf
un million
un million un
un million deux cent trente-quatre mille cinq cent soixante-sept
deux millions
cinq millions
vingt-et-un millions
cent millions
un milliard
un milliard deux cent trente-quatre millions cinq cent soixante-sept mille huit cent nonante
deux milliards
un billion
un billiard un
un billiard
neuf billiards sept billions cent nonante-neuf milliards deux cent cinquante-quatre millions sept cent quarante mille neuf cent nonante-et-un
moins un
moins cinq
moins vingt-et-un
moins un million deux cent trente-quatre mille cinq cent soixante-sept
moins un billiard
zéro virgule cinq
zéro virgule un
zéro virgule zéro un
zéro virgule deux cinq
zéro virgule zéro zéro un
un virgule cinq
deux virgule cinq
trois virgule un quatre
dix virgule zéro cinq
cent virgule zéro zéro un
un million deux cent trente-quatre mille cinq cent soixante-sept virgule huit neuf
cent vingt-trois mille quatre cent cinquante-six virgule sept huit neuf
moins zéro virgule cinq
moins douze virgule sept cinq
# ga
a náid
a haon
a dó
a trí
a cúig
a seacht
a hocht
a deich
a haon déag
a dó dhéag
a trí déag
a sé déag
a naoi déag
fiche
fiche a haon
fiche a dó
fiche a cúig
tríocha a haon
tríocha a hocht
daichead a cúig
caoga
seasca a seacht
seachtó
seachtó a haon
seachtó a seacht
ochtó
ochtó a haon
nócha
nócha a haon
nócha a naoi
céad
céad a haon
céad a deich
céad a haon déag
céad fiche a haon
dhá chéad
dhá chéad fiche a haon
trí chéad
trí chéad fiche a haon
ceithre chéad
cúig chéad
sé chéad
seacht gcéad
ocht gcéad
naoi gcéad nócha a naoi
míle
míle, a haon
míle, céad
míle, dhá chéad tríocha a ceathair
míle, naoi gcéad
dhá mhíle
dhá mhíle, fiche a haon
cúig mhíle
deich míle
aon mhíle dhéag
dhá mhíle dhéag, trí chéad daichead a cúig
fiche is aon mhíle
nócha is naoi míle, naoi gcéad nócha a naoi
céad míle
céad is aon mhíle
céad fiche is trí mhíle, ceithre chéad caoga a sé
naoi gcéad nócha is naoi míle, naoi gcéad nócha a naoi
milliún
milliún, a haon
milliún, dhá chéad tríocha is ceithre mhíle, cúig chéad seasca a seacht
dhá mhilliún
cúig mhilliún
fiche is aon mhilliún
céad milliún
billiún
billiún, dhá chéad tríocha is ceithre mhilliún, cúig chéad seasca is seacht míle, ocht gcéad nócha
dhá billiún
thrilliún
quadrilliún, a haon
quadrilliún
naoi quadrilliún, seacht dtrilliún, céad nócha is naoi billiún, dhá chéad caoga is ceithre mhilliún, seacht gcéad is daichead míle, naoi gcéad nócha a haon
míneas a haon
míneas a cúig
míneas fiche a haon
míneas milliún, dhá chéad tríocha is ceithre mhíle, cúig chéad seasca a seacht
míneas quadrilliún
a náid pointe a cúig
a náid pointe a haon
a náid pointe a náid a haon
a náid pointe a dó a cúig
a náid pointe a náid a náid a haon
a haon pointe a cúig
a dó pointe a cúig
a trí pointe a haon a ceathair
a deich pointe a náid a cúig
céad pointe a náid a náid a haon
milliún, dhá chéad tríocha is ceithre mhíle, cúig chéad seasca a seacht pointe a hocht a naoi
céad fiche is trí mhíle, ceithre chéad caoga a sé pointe a seacht a hocht a naoi
míneas a náid pointe a cúig
míneas a dó dhéag pointe a seacht a cúig
# he
אפס
אחת
שתיים
שלוש
חמש
שבע
שמונה
עשר
אחת עשרה
שתים עשרה
שלוש עשרה
שש עשרה
תשע עשרה
עשרים
עשרים ואחת
עשרים ושתיים
עשרים וחמש
שלושים ואחת
שלושים ושמונה
ארבעים וחמש
חמישים
שישים ושבע
שבעים
שבעים ואחת
שבעים ושבע
שמונים
שמונים ואחת
תשעים
תשעים ואחת
תשעים ותשע
מאה
מאה ואחת
מאה ועשר
מאה ואחת עשרה
מאה עשרים ואחת
מאתיים
מאתיים עשרים ואחת
שלוש מאות
שלוש מאות עשרים ואחת
ארבע מאות
חמש מאות
שש מאות
שבע מאות
שמונה מאות
תשע מאות תשעים ותשע
אלף
אלף ואחת
אלף מאה
אלף מאתיים שלושים וארבע
אלף תשע מאות
אלפיים
אלפיים עשרים ואחת
חמשת אלפים
עשרת אלפים
אחד עשר אלף
שניים עשר אלף שלוש מאות ארבעים וחמש
עשרים ואחד אלף
תשעים ותשעה אלף תשע מאות תשעים ותשע
מאה אלף
מאה ואחד אלף
מאה עשרים ושלושה אלף ארבע מאות חמישים ושש
תשע מאות תשעים ותשעה אלף תשע מאות תשעים ותשע
מיליון
מיליון ואחת
מיליון מאתיים שלושים וארבעה אלף חמש מאות שישים ושבע
שני מיליון
חמישה מיליון
עשרים ואחד מיליון
מאה מיליון
מיליארד
מיליארד מאתיים שלושים וארבעה מיליון חמש מאות שישים ושבעה אלף שמונה מאות תשעים
שני מיליארד
ביליון
טריליון ואחת
טריליון
תשעה טריליון ושבעה ביליון מאה תשעים ותשעה מיליארד מאתיים חמישים וארבעה מיליון שבע מאות ארבעים אלף תשע מאות תשעים ואחת
מינוס אחת
מינוס חמש
מינוס עשרים ואחת
מינוס מיליון מאתיים שלושים וארבעה אלף חמש מאות שישים ושבע
מינוס טריליון
אפס נקודה חמש
אפס נקודה אחת
אפס נקודה אפס אחת
אפס נקודה שתיים חמש
אפס נקודה אפס אפס אחת
אחת נקודה חמש
שתיים נקודה חמש
שלוש נקודה אחת ארבע
עשר נקודה אפס חמש
מאה נקודה אפס אפס אחת
מיליון מאתיים שלושים וארבעה אלף חמש מאות שישים ושבע נקודה שמונה תשע
מאה עשרים ושלושה אלף ארבע מאות חמישים ושש נקודה שבע שמונה תשע
מינוס אפס נקודה חמש
מינוס שתים עשרה נקודה שבע חמש
# hi
शून्य
एक
दो
तीन
पाँच
सात
आठ
दस
ग्यारह
बारह
तेरह
सोलह
उन्नीस
बीस
इक्कीस
बाईस
पच्चीस
इकतीस
अड़तीस
पैंतालीस
पचास
सड़सठ
सत्तर
इकहत्तर
सतहत्तर
अस्सी
इक्यासी
नब्बे
इक्यानबे
निन्यानबे
एक सौ
एक सौ एक
एक सौ दस
एक सौ ग्यारह
एक सौ इक्कीस
दो सौ
दो सौ इक्कीस
तीन सौ
तीन सौ इक्कीस
चार सौ
पाँच सौ
छह सौ
सात सौ
आठ सौ
नौ सौ निन्यानबे
एक हज़ार
एक हज़ार एक
एक हज़ार एक सौ
एक हज़ार दो सौ चौंतीस
एक हज़ार नौ सौ
दो हज़ार
दो हज़ार इक्कीस
पाँच हज़ार
दस हज़ार
ग्यारह हज़ार
बारह हज़ार तीन सौ पैंतालीस
इक्कीस हज़ार
निन्यानबे हज़ार नौ सौ निन्यानबे
एक लाख
एक लाख एक हज़ार
एक लाख तेईस हज़ार चार सौ छप्पन
नौ लाख निन्यानबे हज़ार नौ सौ निन्यानबे
दस लाख
दस लाख एक
बारह लाख चौंतीस हज़ार पाँच सौ सड़सठ
बीस लाख
पचास लाख
दो करोड़ दस लाख
दस करोड़
एक अरब
एक अरब तेईस करोड़ पैंतालीस लाख सड़सठ हज़ार आठ सौ नब्बे
दो अरब
दस खरब
दस हज़ार खरब एक
दस हज़ार खरब
नब्बे हज़ार इकहत्तर खरब निन्यानबे अरब पच्चीस करोड़ सैंतालीस लाख चालीस हज़ार नौ सौ इक्यानबे
ऋण एक
ऋण पाँच
ऋण इक्कीस
ऋण बारह लाख चौंतीस हज़ार पाँच सौ सड़सठ
ऋण दस हज़ार खरब
शून्य दशमलव पाँच
शून्य दशमलव एक
शून्य दशमलव शून्य एक
शून्य दशमलव दो पाँच
शून्य दशमलव शून्य शून्य एक
एक दशमलव पाँच
दो दशमलव पाँच
तीन दशमलव एक चार
दस दशमलव शून्य पाँच
एक सौ दशमलव शून्य शून्य एक
बारह लाख चौंतीस हज़ार पाँच सौ सड़सठ दशमलव आठ नौ
एक लाख तेईस हज़ार चार सौ छप्पन दशमलव सात आठ नौ
ऋण शून्य दशमलव पाँच
ऋण बारह दशमलव सात पाँच
# hr
nula
jedan
dva
tri
pet
sedam
osam
deset
jedanaest
dvanaest
trinaest
šesnaest
devetnaest
dvadeset
dvadeset i jedan
dvadeset i dva
dvadeset i pet
trideset i jedan
trideset i osam
četrdeset i pet
pedeset
šezdeset i sedam
sedamdeset
sedamdeset i jedan
sedamdeset i sedam
osamdeset
osamdeset i jedan
devedeset
devedeset i jedan
devedeset i devet
sto
sto jedan
sto deset
sto jedanaest
sto dvadeset i jedan
dvjesto
dvjesto dvadeset i jedan
tristo
tristo dvadeset i jedan
četiristo
petsto
šeststo
sedamsto
osamsto
devetsto devedeset i devet
tisuću
tisuću jedan
tisuću sto
tisuću dvjesto trideset i četiri
tisuću devetsto
dvije tisuće
dvije tisuće dvadeset i jedan
pet tisuća
deset tisuća
jedanaest tisuća
dvanaest tisuća tristo četrdeset i pet
dvadeset i jedna tisuća
devedeset i devet tisuća devetsto devedeset i devet
sto tisuća
sto jedna tisuća
sto dvadeset i tri tisuća četiristo pedeset i šest
devetsto devedeset i devet tisuća devetsto devedeset i devet
jedan milijun
jedan milijun jedan
jedan milijun dvjesto trideset i četiri tisuća petsto šezdeset i sedam
dva milijuna
pet milijuna
dvadeset i jedan milijuna
sto milijuna
jedna milijarda
jedna milijarda dvjesto trideset i četiri milijuna petsto šezdeset i sedam tisuća osamsto devedeset
dvije milijarde
jedan bilijun
jedna bilijarda jedan
jedna bilijarda
devet bilijardi sedam bilijuna sto devedeset i devet milijardi dvjesto pedeset i četiri milijuna sedamsto četrdeset tisuća devetsto devedeset i jedan
minus jedan
minus pet
minus dvadeset i jedan
minus jedan milijun dvjesto trideset i četiri tisuća petsto šezdeset i sedam
minus jedna bilijarda
nula zarez pet
nula zarez jedan
nula zarez nula jedan
nula zarez dva pet
nula zarez nula nula jedan
jedan zarez pet
dva zarez pet
tri zarez jedan četiri
deset zarez nula pet
sto zarez nula nula jedan
jedan milijun dvjesto trideset i četiri tisuća petsto šezdeset i sedam zarez osam devet
sto dvadeset i tri tisuća četiristo pedeset i šest zarez sedam osam devet
minus nula zarez pet
minus dvanaest zarez sedam pet
# hu
nulla
egy
kettő
három
öt
hét
nyolc
tíz
tizen\u00ADegy
tizen\u00ADkettő
tizen\u00ADhárom
tizen\u00ADhat
tizen\u00ADkilenc
húsz
huszon\u00ADegy
huszon\u00ADkettő
huszon\u00ADöt
harminc\u00ADegy
harminc\u00ADnyolc
negyven\u00ADöt
ötven
hatvan\u00ADhét
hetven
hetven\u00ADegy
hetven\u00ADhét
nyolcvan
nyolcvan\u00ADegy
kilencven
kilencven\u00ADegy
kilencven\u00ADkilenc
száz
száz\u00ADegy
száz\u00ADtíz
száz\u00ADtizen\u00ADegy
száz\u00ADhuszon\u00ADegy
két\u00ADszáz
két\u00ADszáz\u00ADhuszon\u00ADegy
három\u00ADszáz
három\u00ADszáz\u00ADhuszon\u00ADegy
négy\u00ADszáz
öt\u00ADszáz
hat\u00ADszáz
hét\u00ADszáz
nyolc\u00ADszáz
kilenc\u00ADszáz\u00ADkilencven\u00ADkilenc
ezer
ezer\u00ADegy
ezer\u00ADszáz
ezer\u00ADkét\u00ADszáz\u00ADharminc\u00ADnégy
ezer\u00ADkilenc\u00ADszáz
két\u00ADezer
két\u00ADezer\u00ADhuszon\u00ADegy
öt\u00ADezer
tíz\u00ADezer
tizen\u00ADegy\u00ADezer
tizen\u00ADkettő\u00ADezer\u00ADhárom\u00ADszáz\u00ADnegyven\u00ADöt
huszon\u00ADegy\u00ADezer
kilencven\u00ADkilenc\u00ADezer\u00ADkilenc\u00ADszáz\u00ADkilencven\u00ADkilenc
száz\u00ADezer
száz\u00ADegy\u00ADezer
száz\u00ADhuszon\u00ADhárom\u00ADezer\u00ADnégy\u00ADszáz\u00ADötven\u00ADhat
kilenc\u00ADszáz\u00ADkilencven\u00ADkilenc\u00ADezer\u00ADkilenc\u00ADszáz\u00ADkilencven\u00ADkilenc
egy\u00ADmillió
egy\u00ADmillió\u00ADegy
egy\u00ADmillió\u00ADkét\u00ADszáz\u00ADharminc\u00ADnégy\u00ADezer\u00ADöt\u00ADszáz\u00ADhatvan\u00ADhét
két\u00ADmillió
öt\u00ADmillió
huszon\u00ADegy\u00ADmillió
száz\u00ADmillió
egy\u00ADmilliárd
egy\u00ADmilliárd\u00ADkét\u00ADszáz\u00ADharminc\u00ADnégy\u00ADmillió\u00ADöt\u00ADszáz\u00ADhatvan\u00ADhét\u00ADezer\u00ADnyolc\u00ADszáz\u00ADkilencven
két\u00ADmilliárd
egy\u00ADbillió
egy\u00ADbilliárd\u00ADegy
egy\u00ADbilliárd
kilenc\u00ADbilliárd\u00ADhét\u00ADbillió\u00ADszáz\u00ADkilencven\u00ADkilenc\u00ADmilliárd\u00ADkét\u00ADszáz\u00ADötven\u00ADnégy\u00ADmillió\u00ADhét\u00ADszáz\u00ADnegyven\u00ADezer\u00ADkilenc\u00ADszáz\u00ADkilencven\u00ADegy
mínusz egy
mínusz öt
mínusz huszon\u00ADegy
mínusz egy\u00ADmillió\u00ADkét\u00ADszáz\u00ADharminc\u00ADnégy\u00ADezer\u00ADöt\u00ADszáz\u00ADhatvan\u00ADhét
mínusz egy\u00ADbilliárd
nulla egész öt
nulla egész egy
nulla egész nulla egy
nulla egész kettő öt
nulla egész nulla nulla egy
egy egész öt
kettő egész öt
három egész egy négy
tíz egész nulla öt
száz egész nulla nulla egy
egy\u00ADmillió\u00ADkét\u00ADszáz\u00ADharminc\u00ADnégy\u00ADezer\u00ADöt\u00ADszáz\u00ADhatvan\u00ADhét egész nyolc kilenc
száz\u00ADhuszon\u00ADhárom\u00ADezer\u00ADnégy\u00ADszáz\u00ADötven\u00ADhat egész hét nyolc kilenc
mínusz nulla egész öt
mínusz tizen\u00ADkettő egész hét öt
# hy
զրո
մեկ
երկու
երեք
հինգ
յոթ
ութ
տասն
տասն\u00ADմեկ
տասն\u00ADերկու
տասն\u00ADերեք
տասն\u00ADվեց
տասն\u00ADինը
քսան
քսան\u00ADմեկ
քսան\u00ADերկու
քսան\u00ADհինգ
երեսուն\u00ADմեկ
երեսուն\u00ADութ
քառասուն\u00ADհինգ
հիսուն
վաթսուն\u00ADյոթ
յոթանասուն
յոթանասուն\u00ADմեկ
յոթանասուն\u00ADյոթ
ութսուն
ութսուն\u00ADմեկ
իննասուն
իննասուն\u00ADմեկ
իննասուն\u00ADինը
մեկ\u00ADհարյուր
մեկ\u00ADհարյուր մեկ
մեկ\u00ADհարյուր տասն
մեկ\u00ADհարյուր տասն\u00ADմեկ
մեկ\u00ADհարյուր քսան\u00ADմեկ
երկու\u00ADհարյուր
երկու\u00ADհարյուր քսան\u00ADմեկ
երեք\u00ADհարյուր
երեք\u00ADհարյուր քսան\u00ADմեկ
չորս\u00ADհարյուր
հինգ\u00ADհարյուր
վեց\u00ADհարյուր
յոթ\u00ADհարյուր
ութ\u00ADհարյուր
ինը\u00ADհարյուր իննասուն\u00ADինը
մեկ հազար
մեկ հազար մեկ
մեկ հազար մեկ\u00ADհարյուր
մեկ հազար երկու\u00ADհարյուր երեսուն\u00ADչորս
մեկ հազար ինը\u00ADհարյուր
երկու հազար
երկու հազար քսան\u00ADմեկ
հինգ հազար
տասն հազար
տասն\u00ADմեկ հազար
տասն\u00ADերկու հազար երեք\u00ADհարյուր քառասուն\u00ADհինգ
քսան\u00ADմեկ հազար
իննասուն\u00ADինը հազար ինը\u00ADհարյուր իննասուն\u00ADինը
մեկ\u00ADհարյուր հազար
մեկ\u00ADհարյուր մեկ հազար
մեկ\u00ADհարյուր քսան\u00ADերեք հազար չորս\u00ADհարյուր հիսուն\u00ADվեց
ինը\u00ADհարյուր իննասուն\u00ADինը հազար ինը\u00ADհարյուր իննասուն\u00ADինը
մեկ միլիօն
մեկ միլիօն մեկ
մեկ միլիօն երկու\u00ADհարյուր երեսուն\u00ADչորս հազար հինգ\u00ADհարյուր վաթսուն\u00ADյոթ
երկու միլիօն
հինգ միլիօն
քսան\u00ADմեկ միլիօն
մեկ\u00ADհարյուր միլիօն
մեկ միլիար
մեկ միլիար երկու\u00ADհարյուր երեսուն\u00ADչորս միլիօն հինգ\u00ADհարյուր վաթսուն\u00ADյոթ հազար ութ\u00ADհարյուր իննասուն
երկու միլիար
մեկ բիլիօն
մեկ բիլիար մեկ
մեկ բիլիար
ինը բիլիար յոթ բիլիօն մեկ\u00ADհարյուր իննասուն\u00ADինը միլիար երկու\u00ADհարյուր հիսուն\u00ADչորս միլիօն յոթ\u00ADհարյուր քառասուն հազար ինը\u00ADհարյուր իննասուն\u00ADմեկ
հանած մեկ
հանած հինգ
հանած քսան\u00ADմեկ
հանած մեկ միլիօն երկու\u00ADհարյուր երեսուն\u00ADչորս հազար հինգ\u00ADհարյուր վաթսուն\u00ADյոթ
հանած մեկ բիլիար
զրո ստորակել հինգ
զրո ստորակել մեկ
զրո ստորակել զրո մեկ
զրո ստորակել երկու հինգ
զրո ստորակել զրո զրո մեկ
մեկ ստորակել հինգ
երկու ստորակել հինգ
երեք ստորակել մեկ չորս
տասն ստորակել զրո հինգ
մեկ\u00ADհարյուր ստորակել զրո զրո մեկ
մեկ միլիօն երկու\u00ADհարյուր երեսուն\u00ADչորս հազար հինգ\u00ADհարյուր վաթսուն\u00ADյոթ ստորակել ութ ինը
մեկ\u00ADհարյուր քսան\u00ADերեք հազար չորս\u00ADհարյուր հիսուն\u00ADվեց ստորակել յոթ ութ ինը
հանած զրո ստորակել հինգ
հանած տասն\u00ADերկու ստորակել յոթ հինգ
# id
nol
satu
dua
tiga
lima
tujuh
delapan
sepuluh
sebelas
dua belas
tiga belas
enam belas
sembilan belas
dua puluh
dua puluh satu
dua puluh dua
dua puluh lima
tiga puluh satu
tiga puluh delapan
empat puluh lima
lima puluh
enam puluh tujuh
tujuh puluh
tujuh puluh satu
tujuh puluh tujuh
delapan puluh
delapan puluh satu
sembilan puluh
sembilan puluh satu
sembilan puluh sembilan
seratus
seratus satu
seratus sepuluh
seratus sebelas
seratus dua puluh satu
dua ratus
dua ratus dua puluh satu
tiga ratus
tiga ratus dua puluh satu
empat ratus
lima ratus
enam ratus
tujuh ratus
delapan ratus
sembilan ratus sembilan puluh sembilan
seribu
seribu satu
seribu seratus
seribu dua ratus tiga puluh empat
seribu sembilan ratus
dua ribu
dua ribu dua puluh satu
lima ribu
sepuluh ribu
sebelas ribu
dua belas ribu tiga ratus empat puluh lima
dua puluh satu ribu
sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan
seratus ribu
seratus satu ribu
seratus dua puluh tiga ribu empat ratus lima puluh enam
sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan
satu juta
satu juta satu
satu juta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh
dua juta
lima juta
dua puluh satu juta
seratus juta
satu miliar
satu miliar dua ratus tiga puluh empat juta lima ratus enam puluh tujuh ribu delapan ratus sembilan puluh
dua miliar
satu triliun
satu kuadriliun satu
satu kuadriliun
sembilan kuadriliun tujuh triliun seratus sembilan puluh sembilan miliar dua ratus lima puluh empat juta tujuh ratus empat puluh ribu sembilan ratus sembilan puluh satu
negatif satu
negatif lima
negatif dua puluh satu
negatif satu juta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh
negatif satu kuadriliun
nol koma lima
nol koma satu
nol koma nol satu
nol koma dua lima
nol koma nol nol satu
satu koma lima
dua koma lima
tiga koma satu empat
sepuluh koma nol lima
seratus koma nol nol satu
satu juta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh koma delapan sembilan
seratus dua puluh tiga ribu empat ratus lima puluh enam koma tujuh delapan sembilan
negatif nol koma lima
negatif dua belas koma tujuh lima
# is
núll
einn
tveir
þrír
fimm
sjó
átta
tíu
ellefu
tólf
þrettán
sextán
nítján
tuttugu
tuttugu og einn
tuttugu og tveir
tuttugu og fimm
þrjátíu og einn
þrjátíu og átta
fjörutíu og fimm
fimmtíu
sextíu og sjó
sjötíu
sjötíu og einn
sjötíu og sjó
áttatíu
áttatíu og einn
níutíu
níutíu og einn
níutíu og níu
eitt\u00ADhundrað
eitt\u00ADhundrað og einn
eitt\u00ADhundrað og tíu
eitt\u00ADhundrað og ellefu
eitt\u00ADhundrað og tuttugu og einn
tvö\u00ADhundrað
tvö\u00ADhundrað og tuttugu og einn
þrjú\u00ADhundrað
þrjú\u00ADhundrað og tuttugu og einn
fjögur\u00ADhundrað
fimm\u00ADhundrað
sex\u00ADhundrað
sjó\u00ADhundrað
átta\u00ADhundrað
níu\u00ADhundrað og níutíu og níu
eitt þúsund
eitt þúsund og einn
eitt þúsund og eitt\u00ADhundrað
eitt þúsund og tvö\u00ADhundrað og þrjátíu og fjórir
eitt þúsund og níu\u00ADhundrað
tvö þúsund
tvö þúsund og tuttugu og einn
fimm þúsund
tíu þúsund
ellefu þúsund
tólf þúsund og þrjú\u00ADhundrað og fjörutíu og fimm
tuttugu og eitt þúsund
níutíu og níu þúsund og níu\u00ADhundrað og níutíu og níu
eitt\u00ADhundrað þúsund
eitt\u00ADhundrað og eitt þúsund
eitt\u00ADhundrað og tuttugu og þrjú þúsund og fjögur\u00ADhundrað og fimmtíu og sex
níu\u00ADhundrað og níutíu og níu þúsund og níu\u00ADhundrað og níutíu og níu
ein millión
ein millión og einn
ein millión og tvö\u00ADhundrað og þrjátíu og fjögur þúsund og fimm\u00ADhundrað og sextíu og sjó
tvær milliónur
fimm milliónur
tuttugu og ein milliónur
eitt\u00ADhundrað milliónur
ein milliarð
ein milliarð og tvö\u00ADhundrað og þrjátíu og fjórar milliónur og fimm\u00ADhundrað og sextíu og sjó þúsund og átta\u00ADhundrað og níutíu
tvær milliarður
ein billión
ein billiarð og einn
ein billiarð
níu billiarður og sjó billiónur og eitt\u00ADhundrað og níutíu og níu milliarður og tvö\u00ADhundrað og fimmtíu og fjórar milliónur og sjó\u00ADhundrað og fjörutíu þúsund og níu\u00ADhundrað og níutíu og einn
mínus einn
mínus fimm
mínus tuttugu og einn
mínus ein millión og tvö\u00ADhundrað og þrjátíu og fjögur þúsund og fimm\u00ADhundrað og sextíu og sjó
mínus ein billiarð
núll komma fimm
núll komma einn
núll komma núll einn
núll komma tveir fimm
núll komma núll núll einn
einn komma fimm
tveir komma fimm
þrír komma einn fjórir
tíu komma núll fimm
eitt\u00ADhundrað komma núll núll einn
ein millión og tvö\u00ADhundrað og þrjátíu og fjögur þúsund og fimm\u00ADhundrað og sextíu og sjó komma átta níu
eitt\u00ADhundrað og tuttugu og þrjú þúsund og fjögur\u00ADhundrað og fimmtíu og sex komma sjó átta níu
mínus núll komma fimm
mínus tólf komma sjó fimm
# it
zero
uno
due
tre
cinque
sette
otto
dieci
undici
dodici
tredici
sedici
diciannove
venti
vent\u00ADuno
venti\u00ADdue
venti\u00ADcinque
trent\u00ADuno
trent\u00ADotto
quaranta\u00ADcinque
cinquanta
sessanta\u00ADsette
settanta
settant\u00ADuno
settanta\u00ADsette
ottanta
ottant\u00ADuno
novanta
novant\u00ADuno
novanta\u00ADnove
cento
cento\u00ADuno
cento\u00ADdieci
cento\u00ADundici
cento\u00ADvent\u00ADuno
due\u00ADcento
due\u00ADcento\u00ADvent\u00ADuno
tre\u00ADcento
tre\u00ADcento\u00ADvent\u00ADuno
quattro\u00ADcento
cinque\u00ADcento
sei\u00ADcento
sette\u00ADcento
otto\u00ADcento
nove\u00ADcento\u00ADnovanta\u00ADnove
mille
mille\u00ADuno
mille\u00ADcento
mille\u00ADdue\u00ADcento\u00ADtrenta\u00ADquattro
mille\u00ADnove\u00ADcento
due\u00ADmila
due\u00ADmila\u00ADvent\u00ADuno
cinque\u00ADmila
dieci\u00ADmila
undici\u00ADmila
dodici\u00ADmila\u00ADtre\u00ADcento\u00ADquaranta\u00ADcinque
vent\u00ADun\u00ADmila
novanta\u00ADnove\u00ADmila\u00ADnove\u00ADcento\u00ADnovanta\u00ADnove
cento\u00ADmila
cento\u00ADuno\u00ADmila
cento\u00ADventi\u00ADtré\u00ADmila\u00ADquattro\u00ADcento\u00ADcinquanta\u00ADsei
nove\u00ADcento\u00ADnovanta\u00ADnove\u00ADmila\u00ADnove\u00ADcento\u00ADnovanta\u00ADnove
un milione
un milione uno
un milione due\u00ADcento\u00ADtrenta\u00ADquattro\u00ADmila\u00ADcinque\u00ADcento\u00ADsessanta\u00ADsette
due milioni
cinque milioni
vent\u00ADun milioni
cento milioni
un miliardo
un miliardo due\u00ADcento\u00ADtrenta\u00ADquattro milioni cinque\u00ADcento\u00ADsessanta\u00ADsette\u00ADmila\u00ADotto\u00ADcento\u00ADnovanta
due miliardi
un bilione
un biliardo uno
un biliardo
nove biliardi sette bilioni cento\u00ADnovanta\u00ADnove miliardi due\u00ADcento\u00ADcinquanta\u00ADquattro milioni sette\u00ADcento\u00ADquaranta\u00ADmila\u00ADnove\u00ADcento\u00ADnovant\u00ADuno
meno uno
meno cinque
meno vent\u00ADuno
meno un milione due\u00ADcento\u00ADtrenta\u00ADquattro\u00ADmila\u00ADcinque\u00ADcento\u00ADsessanta\u00ADsette
meno un biliardo
zero virgola cinque
zero virgola uno
zero virgola zero uno
zero virgola due cinque
zero virgola zero zero uno
uno virgola cinque
due virgola cinque
tre virgola uno quattro
dieci virgola zero cinque
cento virgola zero zero uno
un milione due\u00ADcento\u00ADtrenta\u00ADquattro\u00ADmila\u00ADcinque\u00ADcento\u00ADsessanta\u00ADsette virgola otto nove
cento\u00ADventi\u00ADtré\u00ADmila\u00ADquattro\u00ADcento\u00ADcinquanta\u00ADsei virgola sette otto nove
meno zero virgola cinque
meno dodici virgola sette cinque
# ja
〇
一
二
三
五
七
八
十
十一
十二
十三
十六
十九
二十
二十一
二十二
二十五
三十一
三十八
四十五
五十
六十七
七十
七十一
七十七
八十
八十一
九十
九十一
九十九
百
百一
百十
百十一
百二十一
二百
二百二十一
三百
三百二十一
四百
五百
六百
七百
八百
九百九十九
千
千一
千百
千二百三十四
千九百
二千
二千二十一
五千
一万
一万千
一万二千三百四十五
二万千
九万九千九百九十九
十万
十万千
十二万三千四百五十六
九十九万九千九百九十九
百万
百万一
百二十三万四千五百六十七
二百万
五百万
二千百万
一億
十億
十二億三千四百五十六万七千八百九十
二十億
一兆
千兆一
千兆
九千七兆千九百九十二億五千四百七十四万九百九十一
マイナス一
マイナス五
マイナス二十一
マイナス百二十三万四千五百六十七
マイナス千兆
〇・五
〇・一
〇・〇一
〇・二五
〇・〇〇一
一・五
二・五
三・一四
十・〇五
百・〇〇一
百二十三万四千五百六十七・八九
十二万三千四百五十六・七八九
マイナス〇・五
マイナス十二・七五
# ka
ნული
ერთი
ორი
სამი
ხუთი
შვიდი
რვა
ათი
თერთმეტი
თორმეტი
ცამეტი
თექვსმეტი
ცხრამეტი
ოცი
ოცდა\u00ADერთი
ოცდა\u00ADორი
ოცდა\u00ADხუთი
ოცდა\u00ADთერთმეტი
ოცდა\u00ADთრვამეტი
ორმოცდა\u00ADხუთი
ორმოცდა\u00ADათი
სამოცდა\u00ADშვიდი
სამოცდა\u00ADათი
სამოცდა\u00ADთერთმეტი
სამოცდა\u00ADჩვიდმეტი
ოთხმოცი
ოთხმოცდა\u00ADერთი
ოთხმოცდა\u00ADათი
ოთხმოცდა\u00ADთერთმეტი
ოთხმოცდა\u00ADცხრამეტი
ასი
ას\u00ADერთი
ას\u00ADათი
ას\u00ADთერთმეტი
ას\u00ADოცდა\u00ADერთი
ორასი
ორას\u00ADოცდა\u00ADერთი
სამასი
სამას\u00ADოცდა\u00ADერთი
ოთხასი
ხუთასი
ექვსასი
შვიდასი
რვაასი
ცხრაას\u00ADოთხმოცდა\u00ADცხრამეტი
ათასი
ათას ერთი
ათას ასი
ათას ორას\u00ADოცდა\u00ADთოთხმეტი
ათას ცხრაასი
ორი ათასი
ორი ათას ოცდა\u00ADერთი
ხუთი ათასი
ათი ათასი
თერთმეტი ათასი
თორმეტი ათას სამას\u00ADორმოცდა\u00ADხუთი
ოცდა\u00ADერთი ათასი
ოთხმოცდა\u00ADცხრამეტი ათას ცხრაას\u00ADოთხმოცდა\u00ADცხრამეტი
ასი ათასი
ას\u00ADერთი ათასი
ას\u00ADოცდა\u00ADსამი ათას ოთხას\u00ADორმოცდა\u00ADთექვსმეტი
ცხრაას\u00ADოთხმოცდა\u00ADცხრამეტი ათას ცხრაას\u00ADოთხმოცდა\u00ADცხრამეტი
ერთი მილიონი
ერთი მილიონ ერთი
ერთი მილიონ ორას\u00ADოცდა\u00ADთოთხმეტი ათას ხუთას\u00ADსამოცდა\u00ADშვიდი
ორი მილიონი
ხუთი მილიონი
ოცდა\u00ADერთი მილიონი
ასი მილიონი
ერთი მილიარდი
ერთი მილიარდ ორას\u00ADოცდა\u00ADთოთხმეტი მილიონ ხუთას\u00ADსამოცდა\u00ADშვიდი ათას რვაას\u00ADოთხმოცდა\u00ADათი
ორი მილიარდი
ერთი ბილიონი
ერთი ბილიარდ ერთი
ერთი ბილიარდი
ცხრა ბილიარდ შვიდი ბილიონ ას\u00ADოთხმოცდა\u00ADცხრამეტი მილიარდ ორას\u00ADორმოცდა\u00ADთოთხმეტი მილიონ შვიდას\u00ADორმოცი ათას ცხრაას\u00ADოთხმოცდა\u00ADთერთმეტი
მინუს ერთი
მინუს ხუთი
მინუს ოცდა\u00ADერთი
მინუს ერთი მილიონ ორას\u00ADოცდა\u00ADთოთხმეტი ათას ხუთას\u00ADსამოცდა\u00ADშვიდი
მინუს ერთი ბილიარდი
ნული მძიმე ხუთი
ნული მძიმე ერთი
ნული მძიმე ნული ერთი
ნული მძიმე ორი ხუთი
ნული მძიმე ნული ნული ერთი
ერთი მძიმე ხუთი
ორი მძიმე ხუთი
სამი მძიმე ერთი ოთხი
ათი მძიმე ნული ხუთი
ასი მძიმე ნული ნული ერთი
ერთი მილიონ ორას\u00ADოცდა\u00ADთოთხმეტი ათას ხუთას\u00ADსამოცდა\u00ADშვიდი მძიმე რვა ცხრა
ას\u00ADოცდა\u00ADსამი ათას ოთხას\u00ADორმოცდა\u00ADთექვსმეტი მძიმე შვიდი რვა ცხრა
მინუს ნული მძიმე ხუთი
მინუს თორმეტი მძიმე შვიდი ხუთი
# ko
공
일
이
삼
오
칠
팔
십
십일
십이
십삼
십육
십구
이십
이십일
이십이
이십오
삼십일
삼십팔
사십오
오십
육십칠
칠십
칠십일
칠십칠
팔십
팔십일
구십
구십일
구십구
백
백일
백십
백십일
백이십일
이백
이백이십일
삼백
삼백이십일
사백
오백
육백
칠백
팔백
구백구십구
천
천일
천백
천이백삼십사
천구백
이천
이천이십일
오천
만
만 천
만 이천삼백사십오
이만 천
구만 구천구백구십구
십만
십만 천
십이만 삼천사백오십육
구십구만 구천구백구십구
백만
백만 일
백이십삼만 사천오백육십칠
이백만
오백만
이천백만
일억
십억
십이억 삼천사백오십육만 칠천팔백구십
이십억
일조
천조 일
천조
구천칠조 천구백구십이억 오천사백칠십사만 구백구십일
마이너스 일
마이너스 오
마이너스 이십일
마이너스 백이십삼만 사천오백육십칠
마이너스 천조
영점오
영점일
영점공일
영점이오
영점공공일
일점오
이점오
삼점일사
십점공오
백점공공일
백이십삼만 사천오백육십칠점팔구
십이만 삼천사백오십육점칠팔구
마이너스 일점오
마이너스 십삼점칠오
# lt
nulis
vienas
du
trys
penki
septyni
aštuoni
dešimt
vienuolika
dvylika
trylika
šešiolika
devyniolika
dvidešimt
dvidešimt vienas
dvidešimt du
dvidešimt penki
trisdešimt vienas
trisdešimt aštuoni
keturiasdešimt penki
penkiasdešimt
šešiasdešimt septyni
septyniasdešimt
septyniasdešimt vienas
septyniasdešimt septyni
aštuoniasdešimt
aštuoniasdešimt vienas
devyniasdešimt
devyniasdešimt vienas
devyniasdešimt devyni
šimtas
šimtas vienas
šimtas dešimt
šimtas vienuolika
šimtas dvidešimt vienas
du šimtai
du šimtai dvidešimt vienas
trys šimtai
trys šimtai dvidešimt vienas
keturi šimtai
penki šimtai
šeši šimtai
septyni šimtai
aštuoni šimtai
devyni šimtai devyniasdešimt devyni
tūkstantis
tūkstantis vienas
tūkstantis šimtas
tūkstantis du šimtai trisdešimt keturi
tūkstantis devyni šimtai
du tūkstančiai
du tūkstančiai dvidešimt vienas
penki tūkstančiai
dešimt tūkstančių
vienuolika tūkstančių
dvylika tūkstančių trys šimtai keturiasdešimt penki
dvidešimt vienas tūkstantis
devyniasdešimt devyni tūkstančiai devyni šimtai devyniasdešimt devyni
šimtas tūkstančių
šimtas vienas tūkstantis
šimtas dvidešimt trys tūkstančiai keturi šimtai penkiasdešimt šeši
devyni šimtai devyniasdešimt devyni tūkstančiai devyni šimtai devyniasdešimt devyni
vienas milijonas
vienas milijonas vienas
vienas milijonas du šimtai trisdešimt keturi tūkstančiai penki šimtai šešiasdešimt septyni
du milijonai
penki milijonai
dvidešimt vienas milijonas
šimtas milijonų
vienas milijardas
vienas milijardas du šimtai trisdešimt keturi milijonai penki šimtai šešiasdešimt septyni tūkstančiai aštuoni šimtai devyniasdešimt
du milijardai
vienas trilijonas
vienas kvadrilijonas vienas
vienas kvadrilijonas
devyni kvadrilijonai septyni trilijonai šimtas devyniasdešimt devyni milijardai du šimtai penkiasdešimt keturi milijonai septyni šimtai keturiasdešimt tūkstančių devyni šimtai devyniasdešimt vienas
mīnus vienas
mīnus penki
mīnus dvidešimt vienas
mīnus vienas milijonas du šimtai trisdešimt keturi tūkstančiai penki šimtai šešiasdešimt septyni
mīnus vienas kvadrilijonas
penkios dešimtosios
viena dešimtosio
viena šimtosio
dvidešimt penkios šimtosios
viena tūkstantosio
vienas ir penkios dešimtosios
du ir penkios dešimtosios
trys ir keturiolika šimtosios
dešimt ir penkios šimtosios
šimtas ir viena tūkstantosio
vienas milijonas du šimtai trisdešimt keturi tūkstančiai penki šimtai šešiasdešimt septyni ir aštuoniasdešimt devynios šimtosios
šimtas dvidešimt trys tūkstančiai keturi šimtai penkiasdešimt šeši ir septyni šimtai aštuoniasdešimt devynios tūkstantosios
mīnus penkios dešimtosios
mīnus dvylika ir septyniasdešimt penkios šimtosios
# lv
nulle
viens
divi
trīs
pieci
septiņi
astoņi
desmit
vienpadsmit
divpadsmit
trīspadsmit
sešpadsmit
deviņpadsmit
divdesmit
divdesmit viens
divdesmit divi
divdesmit pieci
trīsdesmit viens
trīsdesmit astoņi
četrdesmit pieci
piecdesmit
sešdesmit septiņi
septiņdesmit
septiņdesmit viens
septiņdesmit septiņi
astoņdesmit
astoņdesmit viens
deviņdesmit
deviņdesmit viens
deviņdesmit deviņi
simt
simt viens
simt desmit
simt vienpadsmit
simt divdesmit viens
divsimt
divsimt divdesmit viens
trīssimt
trīssimt divdesmit viens
četrsimt
piecsimt
sešsimt
septiņsimt
astoņsimt
deviņsimt deviņdesmit deviņi
tūkstoš
tūkstoš viens
tūkstoš simt
tūkstoš divsimt trīsdesmit četri
tūkstoš deviņsimt
divtūkstoš
divtūkstoš divdesmit viens
piectūkstoš
desmit tūkstoši
vienpadsmit tūkstoši
divpadsmit tūkstoši trīssimt četrdesmit pieci
divdesmit viens tūkstoši
deviņdesmit deviņi tūkstoši deviņsimt deviņdesmit deviņi
simt tūkstoši
simt viens tūkstoši
simt divdesmit trīs tūkstoši četrsimt piecdesmit seši
deviņsimt deviņdesmit deviņi tūkstoši deviņsimt deviņdesmit deviņi
viens miljons
viens miljons viens
viens miljons divsimt trīsdesmit četri tūkstoši piecsimt sešdesmit septiņi
divi miljoni
pieci miljoni
divdesmit viens miljoni
simt miljoni
viens miljards
viens miljards divsimt trīsdesmit četri miljoni piecsimt sešdesmit septiņi tūkstoši astoņsimt deviņdesmit
divi miljardi
viens biljons
viens biljards viens
viens biljards
deviņi biljardi septiņi biljoni simt deviņdesmit deviņi miljardi divsimt piecdesmit četri miljoni septiņsimt četrdesmit tūkstoši deviņsimt deviņdesmit viens
mīnus viens
mīnus pieci
mīnus divdesmit viens
mīnus viens miljons divsimt trīsdesmit četri tūkstoši piecsimt sešdesmit septiņi
mīnus viens biljards
nulle komats pieci
nulle komats viens
nulle komats nulle viens
nulle komats divi pieci
nulle komats nulle nulle viens
viens komats pieci
divi komats pieci
trīs komats viens četri
desmit komats nulle pieci
simt komats nulle nulle viens
viens miljons divsimt trīsdesmit četri tūkstoši piecsimt sešdesmit septiņi komats astoņi deviņi
simt divdesmit trīs tūkstoši četrsimt piecdesmit seši komats septiņi astoņi deviņi
mīnus nulle komats pieci
mīnus divpadsmit komats septiņi pieci
# mk
нула
еден
два
три
пет
седум
осум
десет
единаесет
дванаесет
тринаесет
шеснаесет
деветнаесет
дваесет
дваесет и еден
дваесет и два
дваесет и пет
триесет и еден
триесет и осум
четириесет и пет
педесет
шеесет и седум
седумдесет
седумдесет и еден
седумдесет и седум
осумдесет
осумдесет и еден
деведесет
деведесет и еден
деведесет и девет
еднасто
еднасто еден
еднасто десет
еднасто единаесет
еднасто дваесет и еден
двесто
двесто дваесет и еден
тристо
тристо дваесет и еден
четиристо
петсто
шестсто
седумсто
осумсто
деветсто деведесет и девет
една илјада
една илјада еден
една илјада еднасто
една илјада двесто триесет и четири
една илјада деветсто
две илјада
две илјада дваесет и еден
пет илјада
десет илјада
единаесет илјада
дванаесет илјада тристо четириесет и пет
дваесет и една илјада
деведесет и девет илјада деветсто деведесет и девет
еднасто илјада
еднасто една илјада
еднасто дваесет и три илјада четиристо педесет и шест
деветсто деведесет и девет илјада деветсто деведесет и девет
еден милион
еден милион еден
еден милион двесто триесет и четири илјада петсто шеесет и седум
два милион
пет милион
дваесет и еден милион
еднасто милион
еден милијарда
еден милијарда двесто триесет и четири милион петсто шеесет и седум илјада осумсто деведесет
два милијарда
еден билион
еден билијарда еден
еден билијарда
девет билијарда седум билион еднасто деведесет и девет милијарда двесто педесет и четири милион седумсто четириесет илјада деветсто деведесет и еден
минус еден
минус пет
минус дваесет и еден
минус еден милион двесто триесет и четири илјада петсто шеесет и седум
минус еден билијарда
нула кома пет
нула кома еден
нула кома нула еден
нула кома два пет
нула кома нула нула еден
еден кома пет
два кома пет
три кома еден четири
десет кома нула пет
еднасто кома нула нула еден
еден милион двесто триесет и четири илјада петсто шеесет и седум кома осум девет
еднасто дваесет и три илјада четиристо педесет и шест кома седум осум девет
минус нула кома пет
минус дванаесет кома седум пет
# ms
kosong
satu
dua
tiga
lima
tujuh
lapan
sepuluh
sebelas
dua belas
tiga belas
enam belas
sembilan belas
dua puluh
dua puluh satu
dua puluh dua
dua puluh lima
tiga puluh satu
tiga puluh lapan
empat puluh lima
lima puluh
enam puluh tujuh
tujuh puluh
tujuh puluh satu
tujuh puluh tujuh
lapan puluh
lapan puluh satu
sembilan puluh
sembilan puluh satu
sembilan puluh sembilan
seratus
seratus satu
seratus sepuluh
seratus sebelas
seratus dua puluh satu
dua ratus
dua ratus dua puluh satu
tiga ratus
tiga ratus dua puluh satu
empat ratus
lima ratus
enam ratus
tujuh ratus
lapan ratus
sembilan ratus sembilan puluh sembilan
seribu
seribu satu
seribu seratus
seribu dua ratus tiga puluh empat
seribu sembilan ratus
dua ribu
dua ribu dua puluh satu
lima ribu
sepuluh ribu
sebelas ribu
dua belas ribu tiga ratus empat puluh lima
dua puluh satu ribu
sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan
seratus ribu
seratus satu ribu
seratus dua puluh tiga ribu empat ratus lima puluh enam
sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan
sejuta
sejuta satu
sejuta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh
dua juta
lima juta
dua puluh satu juta
seratus juta
satu bilion
satu bilion dua ratus tiga puluh empat juta lima ratus enam puluh tujuh ribu lapan ratus sembilan puluh
dua bilion
satu trilion
satu kuadrilion satu
satu kuadrilion
sembilan kuadrilion tujuh trilion seratus sembilan puluh sembilan bilion dua ratus lima puluh empat juta tujuh ratus empat puluh ribu sembilan ratus sembilan puluh satu
negatif satu
negatif lima
negatif dua puluh satu
negatif sejuta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh
negatif satu kuadrilion
kosong perpuluhan lima
kosong perpuluhan satu
kosong perpuluhan kosong satu
kosong perpuluhan dua lima
kosong perpuluhan kosong kosong satu
satu perpuluhan lima
dua perpuluhan lima
tiga perpuluhan satu empat
sepuluh perpuluhan kosong lima
seratus perpuluhan kosong kosong satu
sejuta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh perpuluhan lapan sembilan
seratus dua puluh tiga ribu empat ratus lima puluh enam perpuluhan tujuh lapan sembilan
negatif kosong perpuluhan lima
negatif dua belas perpuluhan tujuh lima
# nl
nul
een
twee
drie
vijf
zeven
acht
tien
elf
twaalf
dertien
zestien
negentien
twintig
een\u00ADen\u00ADtwintig
twee\u00ADën\u00ADtwintig
vijf\u00ADen\u00ADtwintig
een\u00ADen\u00ADdertig
acht\u00ADen\u00ADdertig
vijf\u00ADen\u00ADveertig
vijftig
zeven\u00ADen\u00ADzestig
zeventig
een\u00ADen\u00ADzeventig
zeven\u00ADen\u00ADzeventig
tachtig
een\u00ADen\u00ADtachtig
negentig
een\u00ADen\u00ADnegentig
negen\u00ADen\u00ADnegentig
honderd
honderdeen
honderdtien
honderdelf
honderdeen\u00ADen\u00ADtwintig
twee\u00ADhonderd
twee\u00ADhonderd\u00ADeen\u00ADen\u00ADtwintig
drie\u00ADhonderd
drie\u00ADhonderd\u00ADeen\u00ADen\u00ADtwintig
vier\u00ADhonderd
vijf\u00ADhonderd
zes\u00ADhonderd
zeven\u00ADhonderd
acht\u00ADhonderd
negen\u00ADhonderd\u00ADnegen\u00ADen\u00ADnegentig
duizend
duizend\u00ADeen
duizend\u00ADhonderd
duizend\u00ADtwee\u00ADhonderd\u00ADvier\u00ADen\u00ADdertig
duizend\u00ADnegen\u00ADhonderd
twee\u00ADduizend
twee\u00ADduizend\u00ADeen\u00ADen\u00ADtwintig
vijf\u00ADduizend
tien\u00ADduizend
elf\u00ADduizend
twaalf\u00ADduizend\u00ADdrie\u00ADhonderd\u00ADvijf\u00ADen\u00ADveertig
een\u00ADen\u00ADtwintig\u00ADduizend
negen\u00ADen\u00ADnegentig\u00ADduizend\u00ADnegen\u00ADhonderd\u00ADnegen\u00ADen\u00ADnegentig
honderd\u00ADduizend
honderdeen\u00ADduizend
honderddrie\u00ADën\u00ADtwintig\u00ADduizend\u00ADvier\u00ADhonderd\u00ADzes\u00ADen\u00ADvijftig
negen\u00ADhonderd\u00ADnegen\u00ADen\u00ADnegentig\u00ADduizend\u00ADnegen\u00ADhonderd\u00ADnegen\u00ADen\u00ADnegentig
een miljoen
een miljoen een
een miljoen twee\u00ADhonderd\u00ADvier\u00ADen\u00ADdertig\u00ADduizend\u00ADvijf\u00ADhonderd\u00ADzeven\u00ADen\u00ADzestig
twee miljoen
vijf miljoen
een\u00ADen\u00ADtwintig miljoen
honderd miljoen
een miljard
een miljard twee\u00ADhonderd\u00ADvier\u00ADen\u00ADdertig miljoen vijf\u00ADhonderd\u00ADzeven\u00ADen\u00ADzestig\u00ADduizend\u00ADacht\u00ADhonderd\u00ADnegentig
twee miljard
een biljoen
een biljard een
een biljard
negen biljard zeven biljoen honderdnegen\u00ADen\u00ADnegentig miljard twee\u00ADhonderd\u00ADvier\u00ADen\u00ADvijftig miljoen zeven\u00ADhonderd\u00ADveertig\u00ADduizend\u00ADnegen\u00ADhonderd\u00ADeen\u00ADen\u00ADnegentig
min een
min vijf
min een\u00ADen\u00ADtwintig
min een miljoen twee\u00ADhonderd\u00ADvier\u00ADen\u00ADdertig\u00ADduizend\u00ADvijf\u00ADhonderd\u00ADzeven\u00ADen\u00ADzestig
min een biljard
nul komma vijf
nul komma een
nul komma nul een
nul komma twee vijf
nul komma nul nul een
een komma vijf
twee komma vijf
drie komma een vier
tien komma nul vijf
honderd komma nul nul een
een miljoen twee\u00ADhonderd\u00ADvier\u00ADen\u00ADdertig\u00ADduizend\u00ADvijf\u00ADhonderd\u00ADzeven\u00ADen\u00ADzestig komma acht negen
honderddrie\u00ADën\u00ADtwintig\u00ADduizend\u00ADvier\u00ADhonderd\u00ADzes\u00ADen\u00ADvijftig komma zeven acht negen
min nul komma vijf
min twaalf komma zeven vijf
# nn
null
éin
to
tre
fem
sju
åtte
ti
elleve
tolv
tretten
seksten
nitten
tjue
tjue\u00ADéin
tjue\u00ADto
tjue\u00ADfem
tretti\u00ADéin
tretti\u00ADåtte
førti\u00ADfem
femti
seksti\u00ADsju
sytti
sytti\u00ADéin
sytti\u00ADsju
åtti
åtti\u00ADéin
nitti
nitti\u00ADéin
nitti\u00ADni
eitt hundre
eitt hundre og éin
eitt hundre og ti
eitt hundre og elleve
eitt hundre og tjue\u00ADéin
to hundre
to hundre og tjue\u00ADéin
tre hundre
tre hundre og tjue\u00ADéin
fire hundre
fem hundre
seks hundre
sju hundre
åtte hundre
ni hundre og nitti\u00ADni
eitt tusen
eitt tusen og éin
eitt tusen og eitt hundre
eitt tusen og to hundre og tretti\u00ADfire
eitt tusen og ni hundre
to tusen
to tusen og tjue\u00ADéin
fem tusen
ti tusen
elleve tusen
tolv tusen og tre hundre og førti\u00ADfem
tjue\u00ADéin tusen
nitti\u00ADni tusen og ni hundre og nitti\u00ADni
eitt hundre tusen
eitt hundre og éin tusen
eitt hundre og tjue\u00ADtre tusen og fire hundre og femti\u00ADseks
ni hundre og nitti\u00ADni tusen og ni hundre og nitti\u00ADni
éin million
éin million éin
éin million to hundre og tretti\u00ADfire tusen og fem hundre og seksti\u00ADsju
to millionar
fem millionar
tjue\u00ADéin millionar
eitt hundre millionar
éin milliard
éin milliard to hundre og tretti\u00ADfire millionar fem hundre og seksti\u00ADsju tusen og åtte hundre og nitti
to milliardar
éin billion
éin billiard éin
éin billiard
ni biliardar sju billionar eitt hundre og nitti\u00ADni milliardar to hundre og femti\u00ADfire millionar sju hundre og førti tusen og ni hundre og nitti\u00ADéin
minus éin
minus fem
minus tjue\u00ADéin
minus éin million to hundre og tretti\u00ADfire tusen og fem hundre og seksti\u00ADsju
minus éin billiard
null komma fem
null komma éin
null komma null éin
null komma to fem
null komma null null éin
éin komma fem
to komma fem
tre komma éin fire
ti komma null fem
eitt hundre komma null null éin
éin million to hundre og tretti\u00ADfire tusen og fem hundre og seksti\u00ADsju komma åtte ni
eitt hundre og tjue\u00ADtre tusen og fire hundre og femti\u00ADseks komma sju åtte ni
minus null komma fem
minus tolv komma sju fem
# no
null
én
to
tre
fem
sju
åtte
ti
elleve
tolv
tretten
seksten
nitten
tjue
tjue\u00ADén
tjue\u00ADto
tjue\u00ADfem
tretti\u00ADén
tretti\u00ADåtte
førti\u00ADfem
femti
seksti\u00ADsju
sytti
sytti\u00ADén
sytti\u00ADsju
åtti
åtti\u00ADén
nitti
nitti\u00ADén
nitti\u00ADni
hundre
hundre og én
hundre og ti
hundre og elleve
hundre og tjue\u00ADén
to hundre
to hundre og tjue\u00ADén
tre hundre
tre hundre og tjue\u00ADén
fire hundre
fem hundre
seks hundre
sju hundre
åtte hundre
ni hundre og nitti\u00ADni
tusen
tusen og én
tusen hundre
tusen to hundre og tretti\u00ADfire
tusen ni hundre
to tusen
to tusen og tjue\u00ADén
fem tusen
ti tusen
elleve tusen
tolv tusen tre hundre og førti\u00ADfem
tjue\u00ADett tusen
nitti\u00ADni tusen ni hundre og nitti\u00ADni
hundre tusen
hundre og ett tusen
hundre og tjue\u00ADtre tusen fire hundre og femti\u00ADseks
ni hundre og nitti\u00ADni tusen ni hundre og nitti\u00ADni
én million
én million én
én million to hundre og tretti\u00ADfire tusen fem hundre og seksti\u00ADsju
to millioner
fem millioner
tjue\u00ADén millioner
hundre millioner
én milliard
én milliard to hundre og tretti\u00ADfire millioner fem hundre og seksti\u00ADsju tusen åtte hundre og nitti
to milliarder
én billion
én billiard én
én billiard
ni billiarder sju billioner hundre og nitti\u00ADni milliarder to hundre og femti\u00ADfire millioner sju hundre og førti tusen ni hundre og nitti\u00ADén
minus én
minus fem
minus tjue\u00ADén
minus én million to hundre og tretti\u00ADfire tusen fem hundre og seksti\u00ADsju
minus én billiard
null komma fem
null komma én
null komma null én
null komma to fem
null komma null null én
én komma fem
to komma fem
tre komma én fire
ti komma null fem
hundre komma null null én
én million to hundre og tretti\u00ADfire tusen fem hundre og seksti\u00ADsju komma åtte ni
hundre og tjue\u00ADtre tusen fire hundre og femti\u00ADseks komma sju åtte ni
minus null komma fem
minus tolv komma sju fem
# pl
zero
jeden
dwa
trzy
pięć
siedem
osiem
dziesięć
jedenaście
dwanaście
trzynaście
szesnaście
dziewiętnaście
dwadzieścia
dwadzieścia jeden
dwadzieścia dwa
dwadzieścia pięć
trzydzieści jeden
trzydzieści osiem
czterdzieści pięć
pięćdziesiąt
sześćdziesiąt siedem
siedemdziesiąt
siedemdziesiąt jeden
siedemdziesiąt siedem
osiemdziesiąt
osiemdziesiąt jeden
dziewięćdziesiąt
dziewięćdziesiąt jeden
dziewięćdziesiąt dziewięć
sto
sto jeden
sto dziesięć
sto jedenaście
sto dwadzieścia jeden
dwieście
dwieście dwadzieścia jeden
trzysta
trzysta dwadzieścia jeden
czterysta
pięćset
sześćset
siedemset
osiemset
dziewięćset dziewięćdziesiąt dziewięć
tysiąc
tysiąc jeden
tysiąc sto
tysiąc dwieście trzydzieści cztery
tysiąc dziewięćset
dwa tysiące
dwa tysiące dwadzieścia jeden
pięć tysięcy
dziesięć tysięcy
jedenaście tysięcy
dwanaście tysięcy trzysta czterdzieści pięć
dwadzieścia jeden tysięcy
dziewięćdziesiąt dziewięć tysięcy dziewięćset dziewięćdziesiąt dziewięć
sto tysięcy
sto jeden tysięcy
sto dwadzieścia trzy tysiące czterysta pięćdziesiąt sześć
dziewięćset dziewięćdziesiąt dziewięć tysięcy dziewięćset dziewięćdziesiąt dziewięć
milion
milion jeden
milion dwieście trzydzieści cztery tysiące pięćset sześćdziesiąt siedem
dwa miliony
pięć milionów
dwadzieścia jeden milionów
sto milionów
miliard
miliard dwieście trzydzieści cztery miliony pięćset sześćdziesiąt siedem tysięcy osiemset dziewięćdziesiąt
dwa miliardy
bilion
biliard jeden
biliard
dziewięć biliardów siedem bilionów sto dziewięćdziesiąt dziewięć miliardów dwieście pięćdziesiąt cztery miliony siedemset czterdzieści tysięcy dziewięćset dziewięćdziesiąt jeden
minus jeden
minus pięć
minus dwadzieścia jeden
minus milion dwieście trzydzieści cztery tysiące pięćset sześćdziesiąt siedem
minus biliard
zero przecinek pięć
zero przecinek jeden
zero przecinek zero jeden
zero przecinek dwadzieścia pięć
zero przecinek zero zero jeden
jeden przecinek pięć
dwa przecinek pięć
trzy przecinek czternaście
dziesięć przecinek zero pięć
sto przecinek zero zero jeden
milion dwieście trzydzieści cztery tysiące pięćset sześćdziesiąt siedem przecinek 8899999999
sto dwadzieścia trzy tysiące czterysta pięćdziesiąt sześć przecinek siedemset osiemdziesiąt dziewięć
minus zero przecinek pięć
minus dwanaście przecinek siedemdziesiąt pięć
# pt
zero
um
dois
três
cinco
sete
oito
dez
onze
doze
treze
dezesseis
dezenove
vinte
vinte e um
vinte e dois
vinte e cinco
trinta e um
trinta e oito
quarenta e cinco
cinquenta
sessenta e sete
setenta
setenta e um
setenta e sete
oitenta
oitenta e um
noventa
noventa e um
noventa e nove
cem
cento e um
cento e dez
cento e onze
cento e vinte e um
duzentos
duzentos e vinte e um
trezentos
trezentos e vinte e um
quatrocentos
quinhentos
seiscentos
setecentos
oitocentos
novecentos e noventa e nove
mil
mil e um
mil e cem
mil duzentos e trinta e quatro
mil e novecentos
dois mil
dois mil e vinte e um
cinco mil
dez mil
onze mil
doze mil trezentos e quarenta e cinco
vinte e um mil
noventa e nove mil novecentos e noventa e nove
cem mil
cento e um mil
cento e vinte e três mil quatrocentos e cinquenta e seis
novecentos e noventa e nove mil novecentos e noventa e nove
um milhão
um milhão e um
um milhão duzentos e trinta e quatro mil quinhentos e sessenta e sete
dois milhões
cinco milhões
vinte e um milhões
cem milhões
um bilhão
um bilhão duzentos e trinta e quatro milhões quinhentos e sessenta e sete mil oitocentos e noventa
dois bilhões
um trilhão
um quatrilhão e um
um quatrilhão
nove quatrilhões sete trilhões cento e noventa e nove bilhões duzentos e cinquenta e quatro milhões setecentos e quarenta mil novecentos e noventa e um
menos um
menos cinco
menos vinte e um
menos um milhão duzentos e trinta e quatro mil quinhentos e sessenta e sete
menos um quatrilhão
zero vírgula cinco
zero vírgula um
zero vírgula zero um
zero vírgula dois cinco
zero vírgula zero zero um
um vírgula cinco
dois vírgula cinco
três vírgula um quatro
dez vírgula zero cinco
cem vírgula zero zero um
um milhão duzentos e trinta e quatro mil quinhentos e sessenta e sete vírgula oito nove
cento e vinte e três mil quatrocentos e cinquenta e seis vírgula sete oito nove
menos zero vírgula cinco
menos doze vírgula sete cinco
# pt-PT
zero
um
dois
três
cinco
sete
oito
dez
onze
doze
treze
dezasseis
dezanove
vinte
vinte e um
vinte e dois
vinte e cinco
trinta e um
trinta e oito
quarenta e cinco
cinquenta
sessenta e sete
setenta
setenta e um
setenta e sete
oitenta
oitenta e um
noventa
noventa e um
noventa e nove
cem
cento e um
cento e dez
cento e onze
cento e vinte e um
duzentos
duzentos e vinte e um
trezentos
trezentos e vinte e um
quatrocentos
quinhentos
seiscentos
setecentos
oitocentos
novecentos e noventa e nove
mil
mil e um
mil e cem
mil duzentos e trinta e quatro
mil e novecentos
dois mil
dois mil e vinte e um
cinco mil
dez mil
onze mil
doze mil trezentos e quarenta e cinco
vinte e um mil
noventa e nove mil novecentos e noventa e nove
cem mil
cento e um mil
cento e vinte e três mil quatrocentos e cinquenta e seis
novecentos e noventa e nove mil novecentos e noventa e nove
um milhão
um milhão e um
um milhão duzentos e trinta e quatro mil quinhentos e sessenta e sete
dois milhões
cinco milhões
vinte e um milhões
cem milhões
um mil milhões
um mil milhões duzentos e trinta e quatro milhões quinhentos e sessenta e sete mil oitocentos e noventa
dois mil milhões
um bilião
um mil biliões e um
um mil biliões
nove mil biliões sete biliões cento e noventa e nove mil milhões duzentos e cinquenta e quatro milhões setecentos e quarenta mil novecentos e noventa e um
menos um
menos cinco
menos vinte e um
menos um milhão duzentos e trinta e quatro mil quinhentos e sessenta e sete
menos um mil biliões
zero vírgula cinco
zero vírgula um
zero vírgula zero um
zero vírgula dois cinco
zero vírgula zero zero um
um vírgula cinco
dois vírgula cinco
três vírgula um quatro
dez vírgula zero cinco
cem vírgula zero zero um
um milhão duzentos e trinta e quatro mil quinhentos e sessenta e sete vírgula oito nove
cento e vinte e três mil quatrocentos e cinquenta e seis vírgula sete oito nove
menos zero vírgula cinco
menos doze vírgula sete cinco
# ro
zero
unu
doi
trei
cinci
șapte
opt
zece
unsprezece
doisprezece
treisprezece
șasesprezece
nouăsprezece
douăzeci
douăzeci și unu
douăzeci și doi
douăzeci și cinci
treizeci și unu
treizeci și opt
patruzeci și cinci
cincizeci
șasezeci și șapte
șaptezeci
șaptezeci și unu
șaptezeci și șapte
optzeci
optzeci și unu
nouăzeci
nouăzeci și unu
nouăzeci și nouă
una sută
una sută unu
una sută zece
una sută unsprezece
una sută douăzeci și unu
două sute
două sute douăzeci și unu
trei sute
trei sute douăzeci și unu
patru sute
cinci sute
șase sute
șapte sute
opt sute
nouă sute nouăzeci și nouă
una mie
una mie unu
una mie una sută
una mie două sute treizeci și patru
una mie nouă sute
două mii
două mii douăzeci și unu
cinci mii
zece mii
unsprezece mii
douăsprezece mii trei sute patruzeci și cinci
douăzeci și una mii
nouăzeci și nouă mii nouă sute nouăzeci și nouă
una sută mii
una sută una mii
una sută douăzeci și trei mii patru sute cincizeci și șase
nouă sute nouăzeci și nouă mii nouă sute nouăzeci și nouă
unu milion
unu milion unu
unu milion două sute treizeci și patru mii cinci sute șasezeci și șapte
două milioane
cinci milioane
douăzeci și unu milioane
una sută milioane
unu miliard
unu miliard două sute treizeci și patru milioane cinci sute șasezeci și șapte mii opt sute nouăzeci
două miliarde
unu bilion
unu biliard unu
unu biliard
nouă biliarde șapte bilioane una sută nouăzeci și nouă miliarde două sute cincizeci și patru milioane șapte sute patruzeci mii nouă sute nouăzeci și unu
minus unu
minus cinci
minus douăzeci și unu
minus unu milion două sute treizeci și patru mii cinci sute șasezeci și șapte
minus unu biliard
zero virgulă cinci
zero virgulă unu
zero virgulă zero unu
zero virgulă doi cinci
zero virgulă zero zero unu
unu virgulă cinci
doi virgulă cinci
trei virgulă unu patru
zece virgulă zero cinci
una sută virgulă zero zero unu
unu milion două sute treizeci și patru mii cinci sute șasezeci și șapte virgulă opt nouă
una sută douăzeci și trei mii patru sute cincizeci și șase virgulă șapte opt nouă
minus zero virgulă cinci
minus doisprezece virgulă șapte cinci
# ru
ноль
один
два
три
пять
семь
восемь
десять
одиннадцать
двенадцать
тринадцать
шестнадцать
девятнадцать
двадцать
двадцать один
двадцать два
двадцать пять
тридцать один
тридцать восемь
сорок пять
пятьдесят
шестьдесят семь
семьдесят
семьдесят один
семьдесят семь
восемьдесят
восемьдесят один
девяносто
девяносто один
девяносто девять
сто
сто один
сто десять
сто одиннадцать
сто двадцать один
двести
двести двадцать один
триста
триста двадцать один
четыреста
пятьсот
шестьсот
семьсот
восемьсот
девятьсот девяносто девять
одна тысяча
одна тысяча один
одна тысяча сто
одна тысяча двести тридцать четыре
одна тысяча девятьсот
две тысячи
две тысячи двадцать один
пять тысяч
десять тысяч
одиннадцать тысяч
двенадцать тысяч триста сорок пять
двадцать одна тысяча
девяносто девять тысяч девятьсот девяносто девять
сто тысяч
сто одна тысяча
сто двадцать три тысячи четыреста пятьдесят шесть
девятьсот девяносто девять тысяч девятьсот девяносто девять
один миллион
один миллион один
один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь
два миллиона
пять миллионов
двадцать один миллион
сто миллионов
один миллиард
один миллиард двести тридцать четыре миллиона пятьсот шестьдесят семь тысяч восемьсот девяносто
два миллиарда
один триллион
один квадриллион один
один квадриллион
девять квадриллионов семь триллионов сто девяносто девять миллиардов двести пятьдесят четыре миллиона семьсот сорок тысяч девятьсот девяносто один
минус один
минус пять
минус двадцать один
минус один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь
минус один квадриллион
пять десятых
одна десятая
одна сотая
двадцать пять сотых
одна тысячная
одна целая пять десятых
две целых пять десятых
три целых четырнадцать сотых
десять целых пять сотых
сто целых одна тысячная
один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь целых восемьдесят восемь миллиардов девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто стомиллиардных
сто двадцать три тысячи четыреста пятьдесят шесть целых 789000000004
минус пять десятых
минус двенадцать целых семьдесят пять сотых
# sk
nula
jeden
dva
tri
päť
sedem
osem
desať
jedenásť
dvanásť
trinásť
šestnásť
devätnásť
dvadsať
dvadsať\u00ADjeden
dvadsať\u00ADdva
dvadsať\u00ADpäť
tridsať\u00ADjeden
tridsať\u00ADosem
štyridsať\u00ADpäť
päťdesiat
šesťdesiat\u00ADsedem
sedemdesiat
sedemdesiat\u00ADjeden
sedemdesiat\u00ADsedem
osemdesiat
osemdesiat\u00ADjeden
deväťdesiat
deväťdesiat\u00ADjeden
deväťdesiat\u00ADdeväť
jedna\u00ADsto
jedna\u00ADsto jeden
jedna\u00ADsto desať
jedna\u00ADsto jedenásť
jedna\u00ADsto dvadsať\u00ADjeden
dve\u00ADsto
dve\u00ADsto dvadsať\u00ADjeden
tri\u00ADsto
tri\u00ADsto dvadsať\u00ADjeden
štyri\u00ADsto
päť\u00ADsto
šesť\u00ADsto
sedem\u00ADsto
osem\u00ADsto
deväť\u00ADsto deväťdesiat\u00ADdeväť
jedna tisíc
jedna tisíc jeden
jedna tisíc jedna\u00ADsto
jedna tisíc dve\u00ADsto tridsať\u00ADštyri
jedna tisíc deväť\u00ADsto
dve tisíc
dve tisíc dvadsať\u00ADjeden
päť tisíc
desať tisíc
jedenásť tisíc
dvanásť tisíc tri\u00ADsto štyridsať\u00ADpäť
dvadsať\u00ADjedna tisíc
deväťdesiat\u00ADdeväť tisíc deväť\u00ADsto deväťdesiat\u00ADdeväť
jedna\u00ADsto tisíc
jedna\u00ADsto jedna tisíc
jedna\u00ADsto dvadsať\u00ADtri tisíc štyri\u00ADsto päťdesiat\u00ADšesť
deväť\u00ADsto deväťdesiat\u00ADdeväť tisíc deväť\u00ADsto deväťdesiat\u00ADdeväť
jeden milión
jeden milión jeden
jeden milión dve\u00ADsto tridsať\u00ADštyri tisíc päť\u00ADsto šesťdesiat\u00ADsedem
dva milióny
päť miliónov
dvadsať\u00ADjeden miliónov
jedna\u00ADsto miliónov
jeden miliarda
jeden miliarda dve\u00ADsto tridsať\u00ADštyri miliónov päť\u00ADsto šesťdesiat\u00ADsedem tisíc osem\u00ADsto deväťdesiat
dva miliardy
jeden bilión
jeden biliarda jeden
jeden biliarda
deväť biliardov sedem biliónov jedna\u00ADsto deväťdesiat\u00ADdeväť miliardov dve\u00ADsto päťdesiat\u00ADštyri miliónov sedem\u00ADsto štyridsať tisíc deväť\u00ADsto deväťdesiat\u00ADjeden
mínus jeden
mínus päť
mínus dvadsať\u00ADjeden
mínus jeden milión dve\u00ADsto tridsať\u00ADštyri tisíc päť\u00ADsto šesťdesiat\u00ADsedem
mínus jeden biliarda
nula čiarka päť
nula čiarka jeden
nula čiarka nula jeden
nula čiarka dva päť
nula čiarka nula nula jeden
jeden čiarka päť
dva čiarka päť
tri čiarka jeden štyri
desať čiarka nula päť
jedna\u00ADsto čiarka nula nula jeden
jeden milión dve\u00ADsto tridsať\u00ADštyri tisíc päť\u00ADsto šesťdesiat\u00ADsedem čiarka osem deväť
jedna\u00ADsto dvadsať\u00ADtri tisíc štyri\u00ADsto päťdesiat\u00ADšesť čiarka sedem osem deväť
mínus nula čiarka päť
mínus dvanásť čiarka sedem päť
# sl
nič
ena
dva
tri
pet
sedem
osem
deset
enajst
dvanajst
trinajst
šestnajst
devetnajst
dvaset
dvaset ena
dvaset dva
dvaset pet
trideset ena
trideset osem
štirideset pet
petdeset
šestdeset sedem
sedemdeset
sedemdeset ena
sedemdeset sedem
osemdeset
osemdeset ena
devetdeset
devetdeset ena
devetdeset devet
sto
sto ena
sto deset
sto enajst
sto dvaset ena
dvjesto
dvjesto dvaset ena
tristo
tristo dvaset ena
štiristo
petsto
šesto
sedemsto
osemsto
devetsto devetdeset devet
tisuću
tisuću ena
tisuću sto
tisuću dvjesto trideset štiri
tisuću devetsto
dvije tisuće
dvije tisuće dvaset ena
pet tisuću
deset tisuću
enajst tisuću
dvanajst tisuću tristo štirideset pet
dvaset ena tisuću
devetdeset devet tisuću devetsto devetdeset devet
sto tisuću
sto ena tisuću
sto dvaset tri tisuću štiristo petdeset šest
devetsto devetdeset devet tisuću devetsto devetdeset devet
ena milijun
ena milijun ena
ena milijun dvjesto trideset štiri tisuću petsto šestdeset sedem
dva milijuny
pet milijun
dvaset ena milijun
sto milijun
ena miliarda
ena miliarda dvjesto trideset štiri milijun petsto šestdeset sedem tisuću osemsto devetdeset
dva miliardy
ena bilijun
ena biliarda ena
ena biliarda
devet biliarda sedem bilijun sto devetdeset devet miliarda dvjesto petdeset štiri milijun sedemsto štirideset tisuću devetsto devetdeset ena
minus ena
minus pet
minus dvaset ena
minus ena milijun dvjesto trideset štiri tisuću petsto šestdeset sedem
minus ena biliarda
nič vejica pet
nič vejica ena
nič vejica nič ena
nič vejica dva pet
nič vejica nič nič ena
ena vejica pet
dva vejica pet
tri vejica ena štiri
deset vejica nič pet
sto vejica nič nič ena
ena milijun dvjesto trideset štiri tisuću petsto šestdeset sedem vejica osem devet
sto dvaset tri tisuću štiristo petdeset šest vejica sedem osem devet
minus nič vejica pet
minus dvanajst vejica sedem pet
# sq
zero
një
dy
tre
pesë
shtatë
tetë
dhjetë
njëmbëdhjetë
dymbëdhjetë
trembëdhjetë
gjashtëmbëdhjetë
nëntëmbëdhjetë
njëzet
njëzet e një
njëzet e dy
njëzet e pesë
tridhjetë e një
tridhjetë e tetë
dyzet e pesë
pesëdhjetë
gjashtëdhjetë e shtatë
shtatëdhjetë
shtatëdhjetë e një
shtatëdhjetë e shtatë
tetëdhjetë
tetëdhjetë e një
nëntëdhjetë
nëntëdhjetë e një
nëntëdhjetë e nëntë
njëqind
njëqind e një
njëqind e dhjetë
njëqind e njëmbëdhjetë
njëqind e njëzet e një
dyqind
dyqind e njëzet e një
treqind
treqind e njëzet e një
katërqind
pesëqind
gjashtëqind
shtatëqind
tetëqind
nëntëqind e nëntëdhjetë e nëntë
një mijë
një mijë e një
një mijë e njëqind
një mijë e dyqind e tridhjetë e katër
një mijë e nëntëqind
dy mijë
dy mijë e njëzet e një
pesë mijë
dhjetë mijë
njëmbëdhjetë mijë
dymbëdhjetë mijë e treqind e dyzet e pesë
njëzet e një mijë
nëntëdhjetë e nëntë mijë e nëntëqind e nëntëdhjetë e nëntë
njëqind mijë
njëqind e një mijë
njëqind e njëzet e tre mijë e katërqind e pesëdhjetë e gjashtë
nëntëqind e nëntëdhjetë e nëntë mijë e nëntëqind e nëntëdhjetë e nëntë
një milion
një milion e një
një milion e dyqind e tridhjetë e katër mijë e pesëqind e gjashtëdhjetë e shtatë
dy milionë
pesë milionë
njëzet e një milionë
njëqind milionë
një miliar
një miliar e dyqind e tridhjetë e katër milionë e pesëqind e gjashtëdhjetë e shtatë mijë e tetëqind e nëntëdhjetë
dy miliarë
një bilion
një biliar e një
një biliar
nëntë biliarë e shtatë bilionë e njëqind e nëntëdhjetë e nëntë miliarë e dyqind e pesëdhjetë e katër milionë e shtatëqind e dyzet mijë e nëntëqind e nëntëdhjetë e një
minus një
minus pesë
minus njëzet e një
minus një milion e dyqind e tridhjetë e katër mijë e pesëqind e gjashtëdhjetë e shtatë
minus një biliar
zero presje pesë
zero presje një
zero presje zero një
zero presje dy pesë
zero presje zero zero një
një presje pesë
dy presje pesë
tre presje një katër
dhjetë presje zero pesë
njëqind presje zero zero një
një milion e dyqind e tridhjetë e katër mijë e pesëqind e gjashtëdhjetë e shtatë presje tetë nëntë
njëqind e njëzet e tre mijë e katërqind e pesëdhjetë e gjashtë presje shtatë tetë nëntë
minus zero presje pesë
minus dymbëdhjetë presje shtatë pesë
# sr
нула
један
два
три
пет
седам
осам
десет
једанаест
дванаест
тринаест
шеснаест
деветнаест
двадесет
двадесет и један
двадесет и два
двадесет и пет
тридесет и један
тридесет и осам
четрдесет и пет
педесет
шездесет и седам
седамдесет
седамдесет и један
седамдесет и седам
осамдесет
осамдесет и један
деведесет
деведесет и један
деведесет и девет
сто
сто један
сто десет
сто једанаест
сто двадесет и један
двеста
двеста двадесет и један
триста
триста двадесет и један
четиристо
петсто
шестсто
седамсто
осамсто
деветсто деведесет и девет
једна хиљаду
једна хиљаду један
једна хиљаду сто
једна хиљаду двеста тридесет и четири
једна хиљаду деветсто
две хиљада
две хиљада двадесет и један
пет хиљада
десет хиљада
једанаест хиљада
дванаест хиљада триста четрдесет и пет
двадесет и једна хиљада
деведесет и девет хиљада деветсто деведесет и девет
сто хиљада
сто једна хиљада
сто двадесет и три хиљада четиристо педесет и шест
деветсто деведесет и девет хиљада деветсто деведесет и девет
један милион
један милион један
један милион двеста тридесет и четири хиљада петсто шездесет и седам
два милион
пет милион
двадесет и један милион
сто милион
један милијарда
један милијарда двеста тридесет и четири милион петсто шездесет и седам хиљада осамсто деведесет
два милијарда
један билион
један билијарда један
један билијарда
девет билијарда седам билион сто деведесет и девет милијарда двеста педесет и четири милион седамсто четрдесет хиљада деветсто деведесет и један
минус један
минус пет
минус двадесет и један
минус један милион двеста тридесет и четири хиљада петсто шездесет и седам
минус један билијарда
нула кома пет
нула кома један
нула кома нула један
нула кома два пет
нула кома нула нула један
један кома пет
два кома пет
три кома један четири
десет кома нула пет
сто кома нула нула један
један милион двеста тридесет и четири хиљада петсто шездесет и седам кома осам девет
сто двадесет и три хиљада четиристо педесет и шест кома седам осам девет
минус нула кома пет
минус дванаест кома седам пет
# sr-Latn
nula
jedan
dva
tri
pet
sedam
osam
deset
jedanaest
dvanaest
trinaest
šesnaest
devetnaest
dvadeset
dvadeset i jedan
dvadeset i dva
dvadeset i pet
trideset i jedan
trideset i osam
četrdeset i pet
pedeset
šezdeset i sedam
sedamdeset
sedamdeset i jedan
sedamdeset i sedam
osamdeset
osamdeset i jedan
devedeset
devedeset i jedan
devedeset i devet
sto
sto jedan
sto deset
sto jedanaest
sto dvadeset i jedan
dvesta
dvesta dvadeset i jedan
trista
trista dvadeset i jedan
četiristo
petsto
šeststo
sedamsto
osamsto
devetsto devedeset i devet
jedna hiljadu
jedna hiljadu jedan
jedna hiljadu sto
jedna hiljadu dvesta trideset i četiri
jedna hiljadu devetsto
dve hiljada
dve hiljada dvadeset i jedan
pet hiljada
deset hiljada
jedanaest hiljada
dvanaest hiljada trista četrdeset i pet
dvadeset i jedna hiljada
devedeset i devet hiljada devetsto devedeset i devet
sto hiljada
sto jedna hiljada
sto dvadeset i tri hiljada četiristo pedeset i šest
devetsto devedeset i devet hiljada devetsto devedeset i devet
jedan milion
jedan milion jedan
jedan milion dvesta trideset i četiri hiljada petsto šezdeset i sedam
dva milion
pet milion
dvadeset i jedan milion
sto milion
jedan milijarda
jedan milijarda dvesta trideset i četiri milion petsto šezdeset i sedam hiljada osamsto devedeset
dva milijarda
jedan bilion
jedan bilijarda jedan
jedan bilijarda
devet bilijarda sedam bilion sto devedeset i devet milijarda dvesta pedeset i četiri milion sedamsto četrdeset hiljada devetsto devedeset i jedan
minus jedan
minus pet
minus dvadeset i jedan
minus jedan milion dvesta trideset i četiri hiljada petsto šezdeset i sedam
minus jedan bilijarda
nula koma pet
nula koma jedan
nula koma nula jedan
nula koma dva pet
nula koma nula nula jedan
jedan koma pet
dva koma pet
tri koma jedan četiri
deset koma nula pet
sto koma nula nula jedan
jedan milion dvesta trideset i četiri hiljada petsto šezdeset i sedam koma osam devet
sto dvadeset i tri hiljada četiristo pedeset i šest koma sedam osam devet
minus nula koma pet
minus dvanaest koma sedam pet
# sv
noll
ett
två
tre
fem
sju
åtta
tio
elva
tolv
tretton
sexton
nitton
tjugo
tjugo\u00ADett
tjugo\u00ADtvå
tjugo\u00ADfem
trettio\u00ADett
trettio\u00ADåtta
fyrtio\u00ADfem
femtio
sextio\u00ADsju
sjuttio
sjuttio\u00ADett
sjuttio\u00ADsju
åttio
åttio\u00ADett
nittio
nittio\u00ADett
nittio\u00ADnio
ett\u00ADhundra
ett\u00ADhundra\u00ADett
ett\u00ADhundra\u00ADtio
ett\u00ADhundra\u00ADelva
ett\u00ADhundra\u00ADtjugo\u00ADett
två\u00ADhundra
två\u00ADhundra\u00ADtjugo\u00ADett
tre\u00ADhundra
tre\u00ADhundra\u00ADtjugo\u00ADett
fyra\u00ADhundra
fem\u00ADhundra
sex\u00ADhundra
sju\u00ADhundra
åtta\u00ADhundra
nio\u00ADhundra\u00ADnittio\u00ADnio
et\u00ADtusen
et\u00ADtusen ett
et\u00ADtusen ett\u00ADhundra
et\u00ADtusen två\u00ADhundra\u00ADtrettio\u00ADfyra
et\u00ADtusen nio\u00ADhundra
två\u00ADtusen
två\u00ADtusen tjugo\u00ADett
fem\u00ADtusen
tio\u00ADtusen
elva\u00ADtusen
tolv\u00ADtusen tre\u00ADhundra\u00ADfyrtio\u00ADfem
tjugo\u00ADet\u00ADtusen
nittio\u00ADnio\u00ADtusen nio\u00ADhundra\u00ADnittio\u00ADnio
ett\u00ADhundra\u00ADtusen
ett\u00ADhundra\u00ADet\u00ADtusen
ett\u00ADhundra\u00ADtjugo\u00ADtre\u00ADtusen fyra\u00ADhundra\u00ADfemtio\u00ADsex
nio\u00ADhundra\u00ADnittio\u00ADnio\u00ADtusen nio\u00ADhundra\u00ADnittio\u00ADnio
en miljon
en miljon ett
en miljon två\u00ADhundra\u00ADtrettio\u00ADfyra\u00ADtusen fem\u00ADhundra\u00ADsextio\u00ADsju
två miljoner
fem miljoner
tjugo\u00ADen miljoner
ett\u00ADhundra miljoner
en miljard
en miljard två\u00ADhundra\u00ADtrettio\u00ADfyra miljoner fem\u00ADhundra\u00ADsextio\u00ADsju\u00ADtusen åtta\u00ADhundra\u00ADnittio
två miljarder
en biljon
en biljard ett
en biljard
nio biljarder sju biljoner ett\u00ADhundra\u00ADnittio\u00ADnio miljarder två\u00ADhundra\u00ADfemtio\u00ADfyra miljoner sju\u00ADhundra\u00ADfyrtio\u00ADtusen nio\u00ADhundra\u00ADnittio\u00ADett
minus ett
minus fem
minus tjugo\u00ADett
minus en miljon två\u00ADhundra\u00ADtrettio\u00ADfyra\u00ADtusen fem\u00ADhundra\u00ADsextio\u00ADsju
minus en biljard
noll komma fem
noll komma ett
noll komma noll ett
noll komma två fem
noll komma noll noll ett
ett komma fem
två komma fem
tre komma ett fyra
tio komma noll fem
ett\u00ADhundra komma noll noll ett
en miljon två\u00ADhundra\u00ADtrettio\u00ADfyra\u00ADtusen fem\u00ADhundra\u00ADsextio\u00ADsju komma åtta nio
ett\u00ADhundra\u00ADtjugo\u00ADtre\u00ADtusen fyra\u00ADhundra\u00ADfemtio\u00ADsex komma sju åtta nio
minus noll komma fem
minus tolv komma sju fem
# sw
sifuri
moja
mbili
tatu
tano
saba
nane
kumi
kumi na moja
kumi na mbili
kumi na tatu
kumi na sita
kumi na tisa
ishirini
ishirini na moja
ishirini na mbili
ishirini na tano
thelathini na moja
thelathini na nane
arobaini na tano
hamsini
sitini na saba
sabini
sabini na moja
sabini na saba
themanini
themanini na moja
tisini
tisini na moja
tisini na tisa
mia moja
mia moja na moja
mia moja na kumi
mia moja na kumi na moja
mia moja na ishirini na moja
mia mbili
mia mbili na ishirini na moja
mia tatu
mia tatu na ishirini na moja
mia nne
mia tano
mia sita
mia saba
mia nane
mia tisa na tisini na tisa
elfu moja
elfu moja, moja
elfu moja, mia moja
elfu moja, mia mbili na thelathini na nne
elfu moja, mia tisa
elfu mbili
elfu mbili, ishirini na moja
elfu tano
elfu kumi
elfu kumi na moja
elfu kumi na mbili, mia tatu na arobaini na tano
elfu ishirini na moja
elfu tisini na tisa, mia tisa na tisini na tisa
elfu mia moja
elfu mia moja na moja
elfu mia moja na ishirini na tatu, mia nne na hamsini na sita
elfu mia tisa na tisini na tisa, mia tisa na tisini na tisa
milioni moja
milioni moja, moja
milioni moja, elfu mia mbili na thelathini na nne, mia tano na sitini na saba
milioni mbili
milioni tano
milioni ishirini na moja
milioni mia moja
bilioni moja
bilioni moja, milioni mia mbili na thelathini na nne, elfu mia tano na sitini na saba, mia nane na tisini
bilioni mbili
trilioni moja
kvadrilioni moja, moja
kvadrilioni moja
kvadrilioni tisa, trilioni saba, bilioni mia moja na tisini na tisa, milioni mia mbili na hamsini na nne, elfu mia saba na arobaini, mia tisa na tisini na moja
kasoro moja
kasoro tano
kasoro ishirini na moja
kasoro milioni moja, elfu mia mbili na thelathini na nne, mia tano na sitini na saba
kasoro kvadrilioni moja
sifuri nukta tano
sifuri nukta moja
sifuri nukta sifuri moja
sifuri nukta mbili tano
sifuri nukta sifuri sifuri moja
moja nukta tano
mbili nukta tano
tatu nukta moja nne
kumi nukta sifuri tano
mia moja nukta sifuri sifuri moja
milioni moja, elfu mia mbili na thelathini na nne, mia tano na sitini na saba nukta nane tisa
elfu mia moja na ishirini na tatu, mia nne na hamsini na sita nukta saba nane tisa
kasoro sifuri nukta tano
kasoro kumi na mbili nukta saba tano
# ta
பூஜ்யம்
ஒன்று
இரண்டு
மூன்று
ஐந்து
ஏழு
எட்டு
பத்து
பதினொன்று
பன்னிரண்டு
பதின்மூன்று
பதினாறு
பத்தொன்பது
இருபது
இருபது ஒன்று
இருபது இரண்டு
இருபது ஐந்து
முப்பது ஒன்று
முப்பது எட்டு
நாற்பது ஐந்து
ஐம்பது
அறுபது ஏழு
எழுபது
எழுபது ஒன்று
எழுபது ஏழு
எண்பது
எண்பது ஒன்று
தொண்ணூறு
தொண்ணூறு ஒன்று
தொண்ணூறு ஒன்பது
நூறு
நூறு ஒன்று
நூறு பத்து
நூறு பதினொன்று
நூறு இருபது ஒன்று
இருநூறு
இருநூறு இருபது ஒன்று
முந்நூறு
முந்நூறு இருபது ஒன்று
நாநூறூ
ஐநூறு
அறுநூறு
எழுநூறு
எண்நூறு
தொள்ளாயிரம் தொண்ணூறு ஒன்பது
ஒன்று ஆயிரம்
ஒன்று ஆயிரம் ஒன்று
ஒன்று ஆயிரம் நூறு
ஒன்று ஆயிரம் இருநூறு முப்பது நான்கு
ஒன்று ஆயிரம் தொள்ளாயிரம்
இரண்டு ஆயிரம்
இரண்டு ஆயிரம் இருபது ஒன்று
ஐந்து ஆயிரம்
பத்து ஆயிரம்
பதினொன்று ஆயிரம்
பன்னிரண்டு ஆயிரம் முந்நூறு நாற்பது ஐந்து
இருபது ஒன்று ஆயிரம்
தொண்ணூறு ஒன்பது ஆயிரம் தொள்ளாயிரம் தொண்ணூறு ஒன்பது
ஒன்று லட்சம்
ஒன்று லட்சம் ஒன்று ஆயிரம்
ஒன்று லட்சம் இருபது மூன்று ஆயிரம் நாநூறூ ஐம்பது ஆறு
ஒன்பது லட்சம் தொண்ணூறு ஒன்பது ஆயிரம் தொள்ளாயிரம் தொண்ணூறு ஒன்பது
பத்து லட்சம்
பத்து லட்சம் ஒன்று
பன்னிரண்டு லட்சம் முப்பது நான்கு ஆயிரம் ஐநூறு அறுபது ஏழு
இருபது லட்சம்
ஐம்பது லட்சம்
இரண்டு கோடி பத்து லட்சம்
பத்து கோடி
நூறு கோடி
நூறு இருபது மூன்று கோடி நாற்பது ஐந்து லட்சம் அறுபது ஏழு ஆயிரம் எண்நூறு தொண்ணூறு
இருநூறு கோடி
ஒன்று லட்சம் கோடி
பத்து கோடி கோடி ஒன்று
பத்து கோடி கோடி
தொண்ணூறு கோடி ஏழு லட்சம் பத்தொன்பது ஆயிரம் தொள்ளாயிரம் இருபது ஐந்து கோடி நாற்பது ஏழு லட்சம் நாற்பது ஆயிரம் தொள்ளாயிரம் தொண்ணூறு ஒன்று
எதிர்ம ஒன்று
எதிர்ம ஐந்து
எதிர்ம இருபது ஒன்று
எதிர்ம பன்னிரண்டு லட்சம் முப்பது நான்கு ஆயிரம் ஐநூறு அறுபது ஏழு
எதிர்ம பத்து கோடி கோடி
பூஜ்யம் புள்ளி ஐந்து
பூஜ்யம் புள்ளி ஒன்று
பூஜ்யம் புள்ளி பூஜ்யம் ஒன்று
பூஜ்யம் புள்ளி இரண்டு ஐந்து
பூஜ்யம் புள்ளி பூஜ்யம் பூஜ்யம் ஒன்று
ஒன்று புள்ளி ஐந்து
இரண்டு புள்ளி ஐந்து
மூன்று புள்ளி ஒன்று நான்கு
பத்து புள்ளி பூஜ்யம் ஐந்து
நூறு புள்ளி பூஜ்யம் பூஜ்யம் ஒன்று
பன்னிரண்டு லட்சம் முப்பது நான்கு ஆயிரம் ஐநூறு அறுபது ஏழு புள்ளி எட்டு ஒன்பது
ஒன்று லட்சம் இருபது மூன்று ஆயிரம் நாநூறூ ஐம்பது ஆறு புள்ளி ஏழு எட்டு ஒன்பது
எதிர்ம பூஜ்யம் புள்ளி ஐந்து
எதிர்ம பன்னிரண்டு புள்ளி ஏழு ஐந்து
# th
ศูนย์
หนึ่ง
สอง
สาม
ห้า
เจ็ด
แปด
สิบ
สิบ\u200Bเอ็ด
สิบ\u200Bสอง
สิบ\u200Bสาม
สิบ\u200Bหก
สิบ\u200Bเก้า
ยี่\u200Bสิบ
ยี่\u200Bสิบ\u200Bเอ็ด
ยี่\u200Bสิบ\u200Bสอง
ยี่\u200Bสิบ\u200Bห้า
สาม\u200Bสิบ\u200Bเอ็ด
สาม\u200Bสิบ\u200Bแปด
สี่\u200Bสิบ\u200Bห้า
ห้า\u200Bสิบ
หก\u200Bสิบ\u200Bเจ็ด
เจ็ด\u200Bสิบ
เจ็ด\u200Bสิบ\u200Bเอ็ด
เจ็ด\u200Bสิบ\u200Bเจ็ด
แปด\u200Bสิบ
แปด\u200Bสิบ\u200Bเอ็ด
เก้า\u200Bสิบ
เก้า\u200Bสิบ\u200Bเอ็ด
เก้า\u200Bสิบ\u200Bเก้า
หนึ่ง\u200Bร้อย
หนึ่ง\u200Bร้อย\u200Bหนึ่ง
หนึ่ง\u200Bร้อย\u200Bสิบ
หนึ่ง\u200Bร้อย\u200Bสิบ\u200Bเอ็ด
หนึ่ง\u200Bร้อย\u200Bยี่\u200Bสิบ\u200Bเอ็ด
สอง\u200Bร้อย
สอง\u200Bร้อย\u200Bยี่\u200Bสิบ\u200Bเอ็ด
สาม\u200Bร้อย
สาม\u200Bร้อย\u200Bยี่\u200Bสิบ\u200Bเอ็ด
สี่\u200Bร้อย
ห้า\u200Bร้อย
หก\u200Bร้อย
เจ็ด\u200Bร้อย
แปด\u200Bร้อย
เก้า\u200Bร้อย\u200Bเก้า\u200Bสิบ\u200Bเก้า
หนึ่ง\u200Bพัน
หนึ่ง\u200Bพัน\u200Bหนึ่ง
หนึ่ง\u200Bพัน\u200Bหนึ่ง\u200Bร้อย
หนึ่ง\u200Bพัน\u200Bสอง\u200Bร้อย\u200Bสาม\u200Bสิบ\u200Bสี่
หนึ่ง\u200Bพัน\u200Bเก้า\u200Bร้อย
สอง\u200Bพัน
สอง\u200Bพัน\u200Bยี่\u200Bสิบ\u200Bเอ็ด
ห้า\u200Bพัน
หนึ่ง\u200Bหมื่น
หนึ่ง\u200Bหมื่น\u200Bหนึ่ง\u200Bพัน
หนึ่ง\u200Bหมื่น\u200Bสอง\u200Bพัน\u200Bสาม\u200Bร้อย\u200Bสี่\u200Bสิบ\u200Bห้า
สอง\u200Bหมื่น\u200Bหนึ่ง\u200Bพัน
เก้า\u200Bหมื่น\u200Bเก้า\u200Bพัน\u200Bเก้า\u200Bร้อย\u200Bเก้า\u200Bสิบ\u200Bเก้า
หนึ่ง\u200Bแสน
หนึ่ง\u200Bแสน\u200Bหนึ่ง\u200Bพัน
หนึ่ง\u200Bแสน\u200Bสอง\u200Bหมื่น\u200Bสาม\u200Bพัน\u200Bสี่\u200Bร้อย\u200Bห้า\u200Bสิบ\u200Bหก
เก้า\u200Bแสน\u200Bเก้า\u200Bหมื่น\u200Bเก้า\u200Bพัน\u200Bเก้า\u200Bร้อย\u200Bเก้า\u200Bสิบ\u200Bเก้า
หนึ่ง\u200Bล้าน
หนึ่ง\u200Bล้าน\u200Bหนึ่ง
หนึ่ง\u200Bล้าน\u200Bสอง\u200Bแสน\u200Bสาม\u200Bหมื่น\u200Bสี่\u200Bพัน\u200Bห้า\u200Bร้อย\u200Bหก\u200Bสิบ\u200Bเจ็ด
สอง\u200Bล้าน
ห้า\u200Bล้าน
ยี่\u200Bสิบ\u200Bเอ็ด\u200Bล้าน
หนึ่ง\u200Bร้อย\u200Bล้าน
หนึ่ง\u200Bพัน\u200Bล้าน
หนึ่ง\u200Bพัน\u200Bสอง\u200Bร้อย\u200Bสาม\u200Bสิบ\u200Bสี่\u200Bล้าน\u200Bห้า\u200Bแสน\u200Bหก\u200Bหมื่น\u200Bเจ็ด\u200Bพัน\u200Bแปด\u200Bร้อย\u200Bเก้า\u200Bสิบ
สอง\u200Bพัน\u200Bล้าน
หนึ่ง\u200Bล้าน\u200Bล้าน
หนึ่ง\u200Bพัน\u200Bล้าน\u200Bล้าน\u200Bหนึ่ง
หนึ่ง\u200Bพัน\u200Bล้าน\u200Bล้าน
เก้า\u200Bพัน\u200Bเจ็ด\u200Bล้าน\u200Bหนึ่ง\u200Bแสน\u200Bเก้า\u200Bหมื่น\u200Bเก้า\u200Bพัน\u200Bสอง\u200Bร้อย\u200Bห้า\u200Bสิบ\u200Bสี่\u200Bล้าน\u200Bเจ็ด\u200Bแสน\u200Bสี่\u200Bหมื่น\u200Bเก้า\u200Bร้อย\u200Bเก้า\u200Bสิบ\u200Bเอ็ด
ลบ\u200Bหนึ่ง
ลบ\u200Bห้า
ลบ\u200Bยี่\u200Bสิบ\u200Bเอ็ด
ลบ\u200Bหนึ่ง\u200Bล้าน\u200Bสอง\u200Bแสน\u200Bสาม\u200Bหมื่น\u200Bสี่\u200Bพัน\u200Bห้า\u200Bร้อย\u200Bหก\u200Bสิบ\u200Bเจ็ด
ลบ\u200Bหนึ่ง\u200Bพัน\u200Bล้าน\u200Bล้าน
ศูนย์\u200Bจุด\u200Bห้า
ศูนย์\u200Bจุด\u200Bหนึ่ง
ศูนย์\u200Bจุด\u200Bศูนย์หนึ่ง
ศูนย์\u200Bจุด\u200Bสองห้า
ศูนย์\u200Bจุด\u200Bศูนย์ศูนย์หนึ่ง
หนึ่ง\u200Bจุด\u200Bห้า
สอง\u200Bจุด\u200Bห้า
สาม\u200Bจุด\u200Bหนึ่งสี่
สิบ\u200Bจุด\u200Bศูนย์ห้า
หนึ่ง\u200Bร้อย\u200Bจุด\u200Bศูนย์ศูนย์หนึ่ง
หนึ่ง\u200Bล้าน\u200Bสอง\u200Bแสน\u200Bสาม\u200Bหมื่น\u200Bสี่\u200Bพัน\u200Bห้า\u200Bร้อย\u200Bหก\u200Bสิบ\u200Bเจ็ด\u200Bจุด\u200Bแปดเก้า
หนึ่ง\u200Bแสน\u200Bสอง\u200Bหมื่น\u200Bสาม\u200Bพัน\u200Bสี่\u200Bร้อย\u200Bห้า\u200Bสิบ\u200Bหก\u200Bจุด\u200Bเจ็ดแปดเก้า
ลบ\u200Bศูนย์\u200Bจุด\u200Bห้า
ลบ\u200Bสิบ\u200Bสอง\u200Bจุด\u200Bเจ็ดห้า
# tr
sıfır
bir
iki
üç
beş
yedi
sekiz
on
on bir
on iki
on üç
on altı
on dokuz
yirmi
yirmi bir
yirmi iki
yirmi beş
otuz bir
otuz sekiz
kırk beş
elli
altmış yedi
yetmiş
yetmiş bir
yetmiş yedi
seksen
seksen bir
doksan
doksan bir
doksan dokuz
yüz
yüz bir
yüz on
yüz on bir
yüz yirmi bir
iki yüz
iki yüz yirmi bir
üç yüz
üç yüz yirmi bir
dört yüz
beş yüz
altı yüz
yedi yüz
sekiz yüz
dokuz yüz doksan dokuz
bin
bin bir
bin yüz
bin iki yüz otuz dört
bin dokuz yüz
iki bin
iki bin yirmi bir
beş bin
on bin
on bir bin
on iki bin üç yüz kırk beş
yirmi bir bin
doksan dokuz bin dokuz yüz doksan dokuz
yüz bin
yüz bir bin
yüz yirmi üç bin dört yüz elli altı
dokuz yüz doksan dokuz bin dokuz yüz doksan dokuz
bir milyon
bir milyon bir
bir milyon iki yüz otuz dört bin beş yüz altmış yedi
iki milyon
beş milyon
yirmi bir milyon
yüz milyon
bir milyar
bir milyar iki yüz otuz dört milyon beş yüz altmış yedi bin sekiz yüz doksan
iki milyar
bir trilyon
bir katrilyon bir
bir katrilyon
dokuz katrilyon yedi trilyon yüz doksan dokuz milyar iki yüz elli dört milyon yedi yüz kırk bin dokuz yüz doksan bir
eksi bir
eksi beş
eksi yirmi bir
eksi bir milyon iki yüz otuz dört bin beş yüz altmış yedi
eksi bir katrilyon
sıfır virgül beş
sıfır virgül bir
sıfır virgül sıfır bir
sıfır virgül iki beş
sıfır virgül sıfır sıfır bir
bir virgül beş
iki virgül beş
üç virgül bir dört
on virgül sıfır beş
yüz virgül sıfır sıfır bir
bir milyon iki yüz otuz dört bin beş yüz altmış yedi virgül sekiz dokuz
yüz yirmi üç bin dört yüz elli altı virgül yedi sekiz dokuz
eksi sıfır virgül beş
eksi on iki virgül yedi beş
# uk
нуль
один
два
три
пʼять
сім
вісім
десять
одинадцять
дванадцять
тринадцять
шістнадцять
девʼятнадцять
двадцять
двадцять один
двадцять два
двадцять пʼять
тридцять один
тридцять вісім
сорок пʼять
пʼятдесят
шістдесят сім
сімдесят
сімдесят один
сімдесят сім
вісімдесят
вісімдесят один
девʼяносто
девʼяносто один
девʼяносто девʼять
сто
сто один
сто десять
сто одинадцять
сто двадцять один
двісті
двісті двадцять один
триста
триста двадцять один
чотириста
пʼятсот
шістсот
сімсот
вісімсот
девʼятсот девʼяносто девʼять
одна тисяча
одна тисяча один
одна тисяча сто
одна тисяча двісті тридцять чотири
одна тисяча девʼятсот
дві тисячі
дві тисячі двадцять один
пʼять тисяч
десять тисяч
одинадцять тисяч
дванадцять тисяч триста сорок пʼять
двадцять одна тисяча
девʼяносто девʼять тисяч девʼятсот девʼяносто девʼять
сто тисяч
сто одна тисяча
сто двадцять три тисячі чотириста пʼятдесят шість
девʼятсот девʼяносто девʼять тисяч девʼятсот девʼяносто девʼять
один мільйон
один мільйон один
один мільйон двісті тридцять чотири тисячі пʼятсот шістдесят сім
два мільйони
пʼять мільйонів
двадцять один мільйон
сто мільйонів
один мільярд
один мільярд двісті тридцять чотири мільйони пʼятсот шістдесят сім тисяч вісімсот девʼяносто
два мільярди
один більйон
один більярд один
один більярд
девʼять більярдів сім більйонів сто девʼяносто девʼять мільярдів двісті пʼятдесят чотири мільйони сімсот сорок тисяч девʼятсот девʼяносто один
мінус один
мінус пʼять
мінус двадцять один
мінус один мільйон двісті тридцять чотири тисячі пʼятсот шістдесят сім
мінус один більярд
нуль кома пʼять
нуль кома один
нуль кома нуль один
нуль кома два пʼять
нуль кома нуль нуль один
один кома пʼять
два кома пʼять
три кома один чотири
десять кома нуль пʼять
сто кома нуль нуль один
один мільйон двісті тридцять чотири тисячі пʼятсот шістдесят сім кома вісім девʼять
сто двадцять три тисячі чотириста пʼятдесят шість кома сім вісім девʼять
мінус нуль кома пʼять
мінус дванадцять кома сім пʼять
# vi
không
một
hai
ba
năm
bảy
tám
mười
mười một
mười hai
mười ba
mười sáu
mười chín
hai mươi
hai mươi mốt
hai mươi hai
hai mươi lăm
ba mươi mốt
ba mươi tám
bốn mươi lăm
năm mươi
sáu mươi bảy
bảy mươi
bảy mươi mốt
bảy mươi bảy
tám mươi
tám mươi mốt
chín mươi
chín mươi mốt
chín mươi chín
một trăm
một trăm lẻ một
một trăm mười
một trăm mười một
một trăm hai mươi mốt
hai trăm
hai trăm hai mươi mốt
ba trăm
ba trăm hai mươi mốt
bốn trăm
năm trăm
sáu trăm
bảy trăm
tám trăm
chín trăm chín mươi chín
một nghìn
một nghìn không trăm lẻ một
một nghìn một trăm
một nghìn hai trăm ba mươi tư
một nghìn chín trăm
hai nghìn
hai nghìn không trăm hai mươi mốt
năm nghìn
mười nghìn
mười một nghìn
mười hai nghìn ba trăm bốn mươi lăm
hai mươi mốt nghìn
chín mươi chín nghìn chín trăm chín mươi chín
một trăm nghìn
một trăm lẻ một nghìn
một trăm hai mươi ba nghìn bốn trăm năm mươi sáu
chín trăm chín mươi chín nghìn chín trăm chín mươi chín
một triệu
một triệu lẻ một
một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy
hai triệu
năm triệu
hai mươi mốt triệu
một trăm triệu
một tỷ
một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi
hai tỷ
một nghìn tỷ
một triệu tỷ lẻ một
một triệu tỷ
chín triệu bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư triệu bảy trăm bốn mươi nghìn chín trăm chín mươi mốt
âm một
âm năm
âm hai mươi mốt
âm một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy
âm một triệu tỷ
không phẩy năm
không phẩy một
không phẩy không một
không phẩy hai năm
không phẩy không không một
một phẩy năm
hai phẩy năm
ba phẩy một bốn
mười phẩy không năm
một trăm phẩy không không một
một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy phẩy tám chín
một trăm hai mươi ba nghìn bốn trăm năm mươi sáu phẩy bảy tám chín
âm không phẩy năm
âm mười hai phẩy bảy năm
# zh
〇
一
二
三
五
七
八
十
十一
十二
十三
十六
十九
二十
二十一
二十二
二十五
三十一
三十八
四十五
五十
六十七
七十
七十一
七十七
八十
八十一
九十
九十一
九十九
一百
一百〇一
一百一十
一百一十一
一百二十一
二百
二百二十一
三百
三百二十一
四百
五百
六百
七百
八百
九百九十九
一千
一千〇一
一千一百
一千二百三十四
一千九百
二千
二千〇二十一
五千
一万
一万一千
一万二千三百四十五
二万一千
九万九千九百九十九
十万
十万一千
十二万三千四百五十六
九十九万九千九百九十九
一百万
一百万〇一
一百二十三万四千五百六十七
二百万
五百万
二千一百万
一亿
十亿
十二亿三千四百五十六万七千八百九十
二十亿
一兆
一千兆〇一
一千兆
九千〇七兆一千九百九十二亿五千四百七十四万〇九百九十一
负一
负五
负二十一
负一百二十三万四千五百六十七
负一千兆
〇点五
〇点一
〇点〇一
〇点二五
〇点〇〇一
一点五
二点五
三点一四
十点〇五
一百点〇〇一
一百二十三万四千五百六十七点八九
十二万三千四百五十六点七八九
负〇点五
负十二点七五
# zh-Hant
〇
一
二
三
五
七
八
十
十一
十二
十三
十六
十九
二十
二十一
二十二
二十五
三十一
三十八
四十五
五十
六十七
七十
七十一
七十七
八十
八十一
九十
九十一
九十九
一百
一百零一
一百一十
一百一十一
一百二十一
二百
二百二十一
三百
三百二十一
四百
五百
六百
七百
八百
九百九十九
一千
一千零一
一千一百
一千二百三十四
一千九百
二千
二千零二十一
五千
一萬
一萬一千
一萬二千三百四十五
二萬一千
九萬九千九百九十九
十萬
十萬一千
十二萬三千四百五十六
九十九萬九千九百九十九
一百萬
一百萬零一
一百二十三萬四千五百六十七
二百萬
五百萬
二千一百萬
一億
十億
十二億三千四百五十六萬七千八百九十
二十億
一兆
一千兆零一
一千兆
九千零七兆一千九百九十二億五千四百七十四萬零九百九十一
負一
負五
負二十一
負一百二十三萬四千五百六十七
負一千兆
零點五
零點一
零點〇一
零點二五
零點〇〇一
一點五
二點五
三點一四
十點〇五
一百點〇〇一
一百二十三萬四千五百六十七點八九
十二萬三千四百五十六點七八九
負零點五
負十二點七五
`;
