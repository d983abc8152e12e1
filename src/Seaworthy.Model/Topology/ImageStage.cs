using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>One stage of an image with everything it inherits from the stage or base image under it.</summary>
public sealed record ImageStage
{
    public required DockerStage Declared { get; init; }

    /// <summary>The base image's reference after ARG substitution; unknown when an argument without default names it.</summary>
    public required Resolved Base { get; init; }

    /// <summary>The public image at the bottom of the chain of stages, when it is a known one.</summary>
    public PublicImage? PublicBase { get; init; }

    /// <summary>The image of this repository that its FROM names; null when that is another stage or a public image.</summary>
    public Image? BuiltUpon { get; init; }

    /// <summary>How a sentence calls what is at the bottom: the known image, or another of its family by its own reference (<c>gcr.io/distroless/base</c>).</summary>
    public string? BaseTitle =>
        PublicBase is { Name: var known } && Base.Text is { } reference && reference.Contains('/', StringComparison.Ordinal)
            ? reference.Contains(known, StringComparison.Ordinal)
                ? known
                : reference
            : PublicBase?.Name;

    /// <summary>The working directory at the end of the stage; null when unknown.</summary>
    public string? WorkingDirectory { get; init; }

    public Fact<string>? User { get; init; }

    /// <summary>The user's number, as written or as a command of the stages sets it; null when unknown.</summary>
    public Fact<int>? UserId { get; init; }

    public CommandLine? Entrypoint { get; init; }

    public CommandLine? Command { get; init; }

    public IReadOnlyList<Fact<int>> ExposedPorts { get; init; } = [];

    /// <summary>What the stage holds where when it is done.</summary>
    public required ImageFiles Files { get; init; }

    /// <summary>The commands of its RUN instructions, in order.</summary>
    public IReadOnlyList<StageCommand> Commands { get; init; } = [];

    /// <summary>The working directory of each of its instructions; null when unknown.</summary>
    public required IReadOnlyDictionary<DockerInstruction, string?> DirectoryAt { get; init; }
}
