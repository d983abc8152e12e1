using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A named list of commands in a manifest: an npm script, a Composer script, a Pipenv script.</summary>
public sealed record PackageScript(string Name, string Text, IReadOnlyList<ShellCommand> Commands, SourceSpan Span)
{
    /// <summary>The place of the name alone.</summary>
    public SourceSpan NameSpan { get; init; } = Span;
}
