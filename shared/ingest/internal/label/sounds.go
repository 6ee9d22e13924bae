package label

// IsSound reports whether text is a word for a sound or a pause, such as "Laughter". In
// brackets such a word is a stage direction, and not the name of a speaker.
func IsSound(text string) bool {
	switch Fold(text) {
	case "laughter", "laughs", "laughing", "laugh", "chuckles", "chuckling", "giggles", "applause", "applauds", "clapping", "cheering", "cheers", "music",
		"music playing", "sighs", "sigh", "coughs", "coughing", "cough", "crying", "cries", "sobs", "sobbing", "sniffs", "gasps", "silence", "pause", "noise",
		"whispers", "screams", "groans", "inaudible", "crosstalk", "sneezes", "sneezing", "sneeze", "yawns", "yawning", "snorts", "hums", "humming", "sings",
		"singing", "whistles", "whistling", "clears throat", "breathes", "exhales", "inhales", "gong", "bell", "bell rings", "phone rings", "ringing", "beep",
		"beeps", "static", "door opens", "door closes", "knocking", "unintelligible", "indistinct", "overlapping", "foreign", "blank_audio", "no audio", "break",
		"lachen", "lacht", "gelächter", "lacher", "applaus", "beifall", "musik", "seufzt", "hustet",
		"stille", "rires", "rire", "rit", "applaudissements", "musique", "soupir", "risas", "risa", "aplausos", "música", "suspiro", "risate",
		"applausi", "musica", "risos", "gelach", "muziek", "skratt", "applåder", "смех", "аплодисменты", "музыка", "笑", "笑い", "拍手", "音楽", "笑声", "掌声":
		return true
	}
	return false
}
