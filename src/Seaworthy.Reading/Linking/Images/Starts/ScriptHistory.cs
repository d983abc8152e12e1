using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>What the build of one image does to its scripts up to a command: each question is asked of the whole build once, and its first answer held against the command's place.</summary>
internal sealed class ScriptHistory
{
    private readonly Image image;
    private readonly Dictionary<int, int> order = [];
    private readonly Dictionary<Asked, SourceSpan?> executable = [];
    private readonly Dictionary<string, StageCommand?> replacing = new(StringComparer.Ordinal);
    private readonly Lazy<SourceSpan?> converted;
    private readonly Lazy<StageCommand?> opaque;

    public ScriptHistory(Image image)
    {
        this.image = image;
        foreach (var instruction in ScriptChanges.All(image))
        {
            order.TryAdd(instruction.Span.Start, order.Count);
        }

        converted = new(() => ScriptChanges.FixesLineEndings(ScriptChanges.All(image)));
        opaque = new(() => Commands.FirstOrDefault(ScriptChanges.IsOpaque));
    }

    private IEnumerable<StageCommand> Commands => image.Stages.SelectMany(stage => stage.Commands);

    public SourceSpan? MakesExecutable(StageCommand until, PathAnswer answer, string path)
    {
        Asked asked = new(path, answer.Actual, answer.Because);
        if (!executable.TryGetValue(asked, out var first))
        {
            executable[asked] = first = ScriptChanges.MakesExecutable(ScriptChanges.All(image), answer, path);
        }

        return UpTo(until, first);
    }

    public SourceSpan? FixesLineEndings(StageCommand until) => UpTo(until, converted.Value);

    /// <summary>Programs of the repository may do anything to a script. What a base image does when it is built upon, it has done before the first COPY.</summary>
    public string? Doubt(StageCommand until) =>
        opaque.Value is { } first && IsBefore(first, until) ? $"the effect of {first.Command.Span} on it is unknown" : null;

    /// <summary>The command before that may put another file in the place of one.</summary>
    /// <param name="puts">Whether a command does so.</param>
    public StageCommand? Replaced(StageCommand until, string name, Func<StageCommand, bool> puts)
    {
        if (!replacing.TryGetValue(name, out var first))
        {
            replacing[name] = first = Commands.FirstOrDefault(puts);
        }

        return first is not null && IsBefore(first, until) ? first : null;
    }

    private SourceSpan? UpTo(StageCommand until, SourceSpan? place) =>
        place is not null && order[place.Start] <= Order(until) ? place : null;

    private bool IsBefore(StageCommand first, StageCommand until) =>
        Order(first) < Order(until) || (Order(first) == Order(until) && first.Number < until.Number);

    private int Order(StageCommand at) => order[at.Run.Span.Start];

    private sealed record Asked(string Path, string? Actual, SourceSpan? Because);
}
