using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>How many dynos of a process type run.</summary>
public sealed record HerokuFormation(Fact<string> Process, Fact<int>? Quantity, Fact<string>? Size, SourceSpan Span);
