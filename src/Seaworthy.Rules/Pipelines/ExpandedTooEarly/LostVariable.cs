using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A variable that is replaced where it has no value yet.</summary>
internal sealed record LostVariable(string Name, SourceSpan Use, SourceSpan Assignment);
