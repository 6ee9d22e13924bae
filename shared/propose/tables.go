package propose

import "unicode"

// alone lists scripts that are used by only one living language. Kana must be first,
// because byScript reads its count at index 0.
var alone = [...]struct {
	tag, name string
	tables    []*unicode.RangeTable
}{
	{"ja", "kana", []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}},
	{"ko", "Hangul", []*unicode.RangeTable{unicode.Hangul}},
	{"el", "Greek", []*unicode.RangeTable{unicode.Greek}},
	{"th", "Thai", []*unicode.RangeTable{unicode.Thai}},
	{"ka", "Georgian", []*unicode.RangeTable{unicode.Georgian}},
	{"hy", "Armenian", []*unicode.RangeTable{unicode.Armenian}},
}

// simplified and traditional have frequent characters of simplified and of traditional
// Chinese. Each character has another form in the other list, as 们 and 們.
const (
	simplified  = "们这说对时国会个来为过还后没吗让见经问现点给话种样动开关边东应觉谁该实认识长门间"
	traditional = "們這說對時國會個來為過還後沒嗎讓見經問現點給話種樣動開關邊東應覺誰該實認識長門間"
)

// smallWords lists frequent words of languages. A word that two of these languages
// share, such as "que" in French and Spanish, is in no list. Some languages, such as
// Galician, are listed only so that their words are not taken for those of a related
// language, such as Portuguese. Languages that differ in few words, such as Indonesian
// and Malay, are not listed.
var smallWords = [...]struct{ tag, words string }{
	{"af", "baie hulle vir wees sê jy"},
	{"ar", "في على هذا هذه أن إلى التي الذي كان لا ما لم"},
	{"az", "üçün çox deyil ki və"},
	{"be", "гэта вельмі ён яна яны каб калі таксама"},
	{"bg", "това ще които който аз така съм тази във със"},
	{"ca", "els amb això molt també perquè són aquest aquesta què"},
	{"cs", "že jsem jsme který také není bylo když protože ještě jsou tím"},
	{"da", "af meget hvad noget nogle været bliver lige"},
	{"de", "und ist nicht ich wir eine auf auch aber sie haben dass für sich wenn oder wie"},
	{"en", "the and that it you with this but they what are not there which would about from"},
	{"es", "los las pero muy más también cuando yo qué así entonces fue esto eso"},
	{"fa", "که است این را به می های برای آن با"},
	{"fi", "että hän oli mutta kun niin myös minä olen ollut ovat tämä kuin"},
	{"fr", "dans pour vous nous avec est cette être ça ils elle était très aussi donc parce une"},
	{"gl", "unha máis tamén moi cando hai"},
	{"he", "של את זה לא אני הוא היה כי גם על"},
	{"hi", "है में और की हैं यह नहीं से का"},
	{"hu", "hogy egy nagyon azt ezt mert csak akkor amit kell"},
	{"it", "che è sono della anche questo più perché gli molto alla hanno abbiamo questa"},
	{"mk", "дека сум беа ќе тие"},
	{"mr", "आहे आणि ते होते नाही"},
	{"ne", "छ र गर्न मा भने"},
	{"nl", "een ik niet zijn naar heb hebben deze mijn wij geen hij"},
	{"nn", "ikkje dei kva noko eg"},
	{"no", "meg seg hva noe noen ble vært mye deg"},
	{"pl", "się że jest czy tego przez już bardzo tylko być który dla są było mnie"},
	{"pt", "não uma isso você muito então são foi tem já até pelo"},
	{"ro", "și că pentru sunt foarte dar într să acest fost despre"},
	{"ru", "что это очень если только чтобы когда ещё тоже его потому меня"},
	{"sk", "sme ktorý tiež bolo keď ešte čo pretože"},
	{"sr", "је који није су као сада"},
	{"sv", "och att är jag inte för från också vad ett mycket där när"},
	{"tr", "için çok değil gibi kadar şey diye benim böyle öyle"},
	{"uk", "що це від було щоб дуже він вона також які її"},
	{"ur", "ہے میں کے کی اور نے کا ہیں یہ"},
	{"vi", "và là của không được những người này"},
	{"yi", "און דער די איז נישט"},
}
