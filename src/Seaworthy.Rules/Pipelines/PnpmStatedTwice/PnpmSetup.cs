using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step that installs pnpm, and what the manifest says that its action reads too.</summary>
/// <param name="Subject">Who runs it: <c>ci.yml: test</c>.</param>
/// <param name="Stated">What the manifest says: <c>pnpm@10.4.1</c>.</param>
internal sealed record PnpmSetup(string Subject, ActionReference Uses, Fact<string> Stated)
{
    /// <summary>The version that the step states itself; null when it states none, or none that the file tells.</summary>
    public Fact<string>? Version { get; init; }
}
