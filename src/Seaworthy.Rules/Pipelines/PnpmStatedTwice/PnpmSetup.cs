using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step that installs pnpm, and the version in the manifest that its action also reads.</summary>
/// <param name="Subject">Who runs it: <c>ci.yml: test</c>.</param>
/// <param name="Stated">What the manifest says: <c>pnpm@10.4.1</c>.</param>
internal sealed record PnpmSetup(string Subject, ActionReference Uses, Fact<string> Stated)
{
    /// <summary>The version that the step states itself; null when it states none, or only a run knows it.</summary>
    public Fact<string>? Version { get; init; }
}
