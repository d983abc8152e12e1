using System.Runtime.CompilerServices;
using Seaworthy.Model.Declared.Dockerfiles;

namespace Seaworthy.Model.Topology;

/// <summary>Variables of one sort, by name, and whether an ENV sets one before an instruction, in its stage or one below: each stage is searched once.</summary>
public sealed class EarlierVariables(Func<string, bool> isOfSort)
{
    private readonly ConditionalWeakTable<DockerStage, StrongBox<int>> firsts = [];

    public bool AreSetAt(DockerStage stage, DockerInstruction at)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(at);
        return stage.Down.Any(below => firsts.GetValue(below, First).Value < at.Span.Start);
    }

    private StrongBox<int> First(DockerStage stage) =>
        new(
            stage.Instructions.OfType<DockerInstruction.Env>().FirstOrDefault(variable => isOfSort(variable.Name.Value))?.Span.Start
                ?? int.MaxValue
        );
}
