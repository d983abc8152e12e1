using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>The verdicts of one rule, or the crash that cost them.</summary>
internal sealed record Judgement(RuleInfo Rule, IReadOnlyList<Verdict> Verdicts, Diagnostic? Crash = null);
