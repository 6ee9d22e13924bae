// Package linguistic reads the text files of programs for linguists and of speech
// recognition research: TextGrid of Praat, CHAT and STM.
package linguistic
