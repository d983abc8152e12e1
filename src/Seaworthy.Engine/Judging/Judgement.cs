using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>The verdicts of one rule, and the crash or the limit that cost it others.</summary>
internal sealed record Judgement(RuleInfo Rule, IReadOnlyList<Verdict> Verdicts, Diagnostic? Crash = null);
