// Package dialogue reads plain text and Markdown in which labels (speakers' names)
// begin the turns. The names and the styles of labels are counted in the whole text
// first. Then the lines are read.
package dialogue
