// Package propose finds values that an editor may want for the details of a transcript: its
// title, its language, its dates, and the names and roles of its speakers. Each [Proposal]
// comes with a reason that names its evidence, and with the editing step that takes it. Nothing is
// proposed if the evidence is not clear, and no proposal is applied by itself.
package propose
