using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A path that is called at times.</summary>
public sealed record VercelCron(Fact<string>? Path, Fact<string>? Schedule, SourceSpan Span);
