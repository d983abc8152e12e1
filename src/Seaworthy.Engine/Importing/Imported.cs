using Seaworthy.Engine.Judging;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Importing;

/// <summary>The judgements of our rules and of other tools, each fault once, and what is to be said of the files that reported the others.</summary>
internal sealed record Imported(IReadOnlyList<Judgement> Own, IReadOnlyList<Judgement> Others, IReadOnlyList<Diagnostic> Diagnostics);
