using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A group of variables that services share.</summary>
public sealed record RenderGroup(Fact<string> Name, IReadOnlyList<PlatformVariable> EnvVars, SourceSpan Span);
