using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A line of a Procfile: <c>web</c> gets the traffic, <c>release</c> runs before each release, others are workers.</summary>
public sealed record ProcfileProcess(Fact<string> Name, PlatformCommand Command, SourceSpan Span);
