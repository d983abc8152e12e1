using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A process group and its command. No shell runs it: variables are not replaced.</summary>
public sealed record FlyProcess(Fact<string> Name, PlatformCommand Command, SourceSpan Span);
