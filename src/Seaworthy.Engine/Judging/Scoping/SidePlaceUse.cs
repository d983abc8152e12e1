using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging.Scoping;

/// <summary>What a file outside the product is there for.</summary>
/// <param name="Scope">Where it is used.</param>
/// <param name="IsTried">It stands where software is shown or tried: a safeguard that is absent there is no risk.</param>
/// <param name="IsGone">It was put aside, or others wrote it: whether anybody still runs it, the tree does not say.</param>
internal sealed record SidePlaceUse(SubjectScope Scope, bool IsGone = false, bool IsTried = false);
