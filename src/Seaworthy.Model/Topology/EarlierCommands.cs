using System.Runtime.CompilerServices;

namespace Seaworthy.Model.Topology;

/// <summary>Commands of one sort, and whether a stage holds one before another command: each stage is searched once, however many of its commands ask.</summary>
public sealed class EarlierCommands(Func<StageCommand, bool> isOfSort)
{
    private readonly ConditionalWeakTable<IReadOnlyList<StageCommand>, StrongBox<int>> firsts = [];
    private readonly ConditionalWeakTable<IReadOnlyList<StageCommand>, StrongBox<int>> lasts = [];

    /// <summary>One of the sort is above the command in its stage.</summary>
    public bool StandBefore(ImageStage stage, StageCommand command)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(command);
        var first = firsts.GetValue(
            stage.Commands,
            commands => new StrongBox<int>(commands.FirstOrDefault(isOfSort)?.Number ?? int.MaxValue)
        );
        return first.Value < command.Number;
    }

    /// <summary>The command is one of the sort, or one is below it in its stage.</summary>
    public bool StandFrom(ImageStage stage, StageCommand command)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(command);
        var last = lasts.GetValue(stage.Commands, commands => new StrongBox<int>(commands.LastOrDefault(isOfSort)?.Number ?? -1));
        return last.Value >= command.Number;
    }
}
