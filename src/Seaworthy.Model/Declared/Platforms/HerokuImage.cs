using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A process type and the Dockerfile of its image.</summary>
public sealed record HerokuImage(Fact<string> Process, Fact<string>? Dockerfile, Fact<string>? Target, SourceSpan Span);
