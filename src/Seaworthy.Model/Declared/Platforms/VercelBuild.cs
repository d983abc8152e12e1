using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>What is built, and with which builder.</summary>
public sealed record VercelBuild(Fact<string>? Source, Fact<string>? Use, SourceSpan Span);
