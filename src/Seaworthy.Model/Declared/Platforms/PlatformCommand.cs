using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A command that a platform runs: to build, before a release, or to start.</summary>
/// <param name="Commands">The text as a shell reads it.</param>
public sealed record PlatformCommand(Fact<string> Text, IReadOnlyList<ShellCommand> Commands)
{
    public SourceSpan Span => Text.Span;
}
