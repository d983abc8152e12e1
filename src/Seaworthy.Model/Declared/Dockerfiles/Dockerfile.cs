using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>What one Dockerfile says. An empty file has no stages; that is a fact, not an error of ours.</summary>
/// <remarks>Source: Dockerfile reference.</remarks>
public sealed record Dockerfile(SourceFile File) : Artifact(File)
{
    private const int HeadLength = 400;

    private readonly ILookup<string, DockerStage>? named;

    /// <summary>ARGs before the first FROM: seen by FROM lines, and by a stage that declares the name again.</summary>
    public IReadOnlyList<DockerInstruction.Arg> GlobalArgs { get; init; } = [];

    public IReadOnlyList<DockerStage> Stages
    {
        get;
        init
        {
            field = value;
            named = value.ToLookup(stage => stage.Name?.Value ?? "", StringComparer.OrdinalIgnoreCase);
        }
    } = [];

    /// <summary>The front end named by <c># syntax=</c>.</summary>
    public Fact<string>? Syntax { get; init; }

    /// <summary>The character that continues lines and protects characters: a backslash, unless <c># escape=</c> says a backtick.</summary>
    public char Escape { get; init; } = '\\';

    /// <summary>Comments outside here-documents, without their <c>#</c>.</summary>
    public IReadOnlyList<Fact<string>> Comments { get; init; } = [];

    /// <summary>Its head says that nobody builds it.</summary>
    public bool SaysNotToBuild =>
        File.Text.AsSpan(0, Math.Min(HeadLength, File.Text.Length)).Contains("do not build", StringComparison.OrdinalIgnoreCase);

    /// <summary>No instruction at all.</summary>
    public bool IsEmpty => Stages.Count == 0 && GlobalArgs.Count == 0;

    /// <summary>The stage a plain build ends with.</summary>
    public DockerStage? Final => Stages is [.., var last] ? last : null;

    /// <summary>The stage that a target or <c>--from</c> names, by name in any case or by number; the last of that name.</summary>
    public DockerStage? FindStage(string nameOrNumber) =>
        Named(nameOrNumber).LastOrDefault()
        ?? (int.TryParse(nameOrNumber, out var index) && index >= 0 && index < Stages.Count ? Stages[index] : null);

    /// <summary>The stages of a name in any case, in the order of the file.</summary>
    public IEnumerable<DockerStage> Named(string name) => name.Length > 0 ? named?[name] ?? [] : [];

    /// <summary>The last stage of a name above another.</summary>
    public DockerStage? StageBefore(DockerStage stage, string name)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return Named(name).LastOrDefault(other => other.Index < stage.Index);
    }
}
