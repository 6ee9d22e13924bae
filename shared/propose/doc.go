// Package propose finds values that an editor may want for the details of a transcript:
// its title, its language, its dates, the names and roles of its speakers, and its topics. Each
// [Proposal] has a reason that names its evidence, and the editing step that makes the
// change. Nothing is proposed if the evidence is not clear, and only an editor applies a
// proposal.
package propose
