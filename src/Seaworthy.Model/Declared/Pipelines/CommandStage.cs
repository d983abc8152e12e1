using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Pipelines;

/// <summary>A stage, job or step with commands.</summary>
/// <param name="Name">As the file names it; empty when it does not.</param>
public sealed record CommandStage(string Name, IReadOnlyList<ShellCommand> Commands, SourceSpan Span)
{
    public Fact<string>? Image { get; init; }

    /// <summary>Tasks, orbs or plug-ins it uses, as written.</summary>
    public IReadOnlyList<Fact<string>> Uses { get; init; } = [];

    /// <summary>What starts it at a push to any branch; null where something chooses among them, or the file does not tell.</summary>
    public SourceSpan? AnyBranchAt { get; init; }
}
