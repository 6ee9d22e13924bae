package propose_test

import (
	"strings"
	"testing"

	"quoteline/shared/propose"
	"quoteline/shared/transcript"
)

func said(words string) *transcript.Transcript {
	return &transcript.Transcript{Turns: []transcript.Turn{{Kind: transcript.Statement, Text: words}}}
}

func TestLanguage(t *testing.T) {
	for want, words := range map[string]string{
		"en":      "I think that the bridge was there before they built the station, and it was not easy to get this done with the money that you had. But what are you going to do about it?",
		"de":      "Ich glaube, dass die Brücke schon da war, und wir haben sie nicht gebaut. Aber es ist auch eine Frage, wie man sich einigt, wenn ich das so sagen darf, oder für wen.",
		"fr":      "Je pense que nous étions dans la rue avec les enfants, et vous savez, c'est pour ça que cette histoire est très importante pour nous. Elle était là aussi, et donc ils ont fait une fête dans la cour.",
		"es":      "Pero yo creo que los niños estaban muy cansados, y también las madres. Así que entonces nos fuimos, porque esto fue muy difícil para nosotros. ¿Y qué más? Cuando hay tiempo, yo vuelvo.",
		"pt":      "Eu não sei se você já viu isso, mas então eles foram para uma casa muito grande. Não são muito ricos, até porque ele não tem trabalho. Isso foi há uma semana, então não sei.",
		"it":      "Io credo che questo sia più difficile, perché gli altri non sono della città. È anche molto bello che abbiamo questa possibilità, e hanno detto che alla fine è andata così, anche per questo.",
		"nl":      "Ik denk dat we niet naar een ander huis zijn gegaan, want ik heb geen geld. Hij en mijn zus hebben een plan, maar ze zijn niet zeker. Wij gaan naar deze winkel, en ik heb een auto.",
		"sv":      "Jag tycker att det är bra, och jag är inte rädd för vad som händer. När jag kom från stan var också min bror där, och vi fick mycket mat. Det är ett hus för alla, och det är inte dyrt.",
		"pl":      "Myślę, że to jest bardzo trudne i że nie było tak przez lata. Czy tylko dla mnie, czy dla wszystkich? Już są tacy, który się boi, że tego nie może być, bo jest tylko jeden.",
		"tr":      "Bence bu çok önemli bir şey değil ama benim için çok zor. Böyle bir gün gibi değil, öyle diye düşünüyorum. Akşama kadar bekledik, çok yorulduk, her şey için teşekkürler, değil mi.",
		"ru":      "Я думаю, что это очень важно, если только они не уйдут. Что ещё? Его тоже не было, потому что это случилось, когда меня не было дома, чтобы вы знали.",
		"uk":      "Я думаю, що це дуже важливо, щоб він і вона були там. Від нього було також багато листів, які ми читали, щоб знати, що було далі. Це дуже добре.",
		"ar":      "أعتقد أن هذا مهم على كل حال، لأن المدينة التي كان يعيش فيها لا تعرف الحرب. إلى أين نذهب؟ في هذا المكان لم يكن أحد، ما عدا الرجل الذي كان هناك في الليل.",
		"fa":      "من فکر می کنم که این کار را برای مردم به سختی انجام می دهند و آن روز که به شهر آمدیم با هم بودیم. این است که می گویم برای ما این را نوشته است و به آن باور دارم.",
		"he":      "אני חושב שזה לא היה קל, כי הוא גר על ההר של המשפחה. גם את זה לא ידענו, וגם היה קר מאוד. אני זוכר את הבית של סבא, כי היה שם גן גדול, וזה לא הכול, אני עוד אספר על זה כי זה של כולנו.",
		"hi":      "मुझे लगता है कि यह बहुत कठिन है और हम में से कोई नहीं जानता। यह शहर की कहानी है और उस समय का सच भी। वे गाँव से आए हैं और यहाँ रहते हैं, यह सब नहीं बदलता है।",
		"ja":      "そうですね、その時は本当に大変でした。私たちは何も知りませんでしたから、どうしたらいいのか分からなかったんです。でも、みんなが助けてくれました。だから今ここにいるのだと思います。それは忘れられません。町の人たちは毎日来てくれましたし、食べ物も水も運んでくれました。本当にありがたいことでした。",
		"ko":      "그때는 정말 힘들었어요. 우리는 아무것도 몰랐고 어떻게 해야 할지 알 수 없었습니다. 하지만 모두가 도와주었어요. 그래서 지금 여기에 있다고 생각합니다. 그것은 잊을 수 없는 일입니다. 마을 사람들이 매일 와 주었고 음식과 물도 가져다주었습니다. 정말 고마운 일이었어요. 그 뒤로 많은 것이 달라졌지만 저는 여전히 기억합니다.",
		"zh-Hans": strings.Repeat("我们说这个时候国家还没有这样的问题，你觉得对吗？后来我们见过他，他说会给我们时间。", 4),
		"zh-Hant": strings.Repeat("我們說這個時候國家還沒有這樣的問題，你覺得對嗎？後來我們見過他，他說會給我們時間。", 4),
		"el":      "Νομίζω ότι ήταν πολύ δύσκολο τότε, γιατί κανείς δεν ήξερε τι θα γίνει. Εμείς φύγαμε από το χωριό και πήγαμε στην πόλη, όπου ζούσε ο θείος μου με την οικογένειά του.",
	} {
		got, reason := propose.Language(said(words + " " + words))
		if got != want || reason == "" {
			t.Errorf("want %s, got %q: %s", want, got, reason)
		}
	}
}

// TestLanguageIsNotGuessed checks that there is no proposal where the words do not show the
// language.
func TestLanguageIsNotGuessed(t *testing.T) {
	const (
		english = "I think that the bridge was there before they built the station, and it was not easy to get this done with you. But what about the money? "
		german  = "Ich glaube, dass wir sie nicht gebaut haben, und das ist auch eine Frage. Aber wenn ich mich nicht irre, oder wie man sagt, ist das auch so. "
	)
	for name, words := range map[string]string{
		"few words":          "And that was the end of it, you know.",
		"two languages":      strings.Repeat(english+german, 3),
		"Croatian":           "Mislim da je to bilo jako teško, jer nitko nije znao što će se dogoditi. Mi smo otišli iz sela i došli u grad, gdje je živio moj stric sa svojom obitelji, i tada smo počeli raditi.",
		"Indonesian":         "Saya pikir itu sangat sulit pada waktu itu, karena tidak ada yang tahu apa yang akan terjadi. Kami pergi dari desa dan pindah ke kota, tempat paman saya tinggal bersama keluarganya.",
		"Swahili":            "Nadhani ilikuwa ngumu sana wakati ule, kwa sababu hakuna aliyejua nini kitatokea. Tuliondoka kijijini na kwenda mjini, ambako mjomba wangu aliishi na familia yake, na tulianza kufanya kazi.",
		"Latin":              "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae, nostra Galli appellantur. Hi omnes lingua, institutis, legibus inter se differunt.",
		"no words":           strings.Repeat("1234 5678 ", 100),
		"ideographs of both": strings.Repeat("大山小水人心天地日月火木金土石田花草鳥魚", 10),
	} {
		if tag, reason := propose.Language(said(words)); tag != "" {
			t.Errorf("%s: got %q: %s", name, tag, reason)
		}
	}
	notes := said(strings.Repeat(english, 4))
	notes.Turns[0].Kind = transcript.Note
	if tag, _ := propose.Language(notes); tag != "" {
		t.Errorf("notes are no speech, but the language is %q", tag)
	}
}
