using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A program that an image is made to call: by a RUN instruction, by the command of its containers, or by the script with which they begin.</summary>
/// <param name="Subject">Who calls it: <c>api/Dockerfile</c>, <c>docker/entrypoint.sh</c>.</param>
/// <param name="Span">The word that names it.</param>
/// <param name="Answer">Whether the image holds it.</param>
public sealed record ProgramUse(string Subject, string Program, SourceSpan Span, PathAnswer Answer)
{
    private static readonly PerDeployment<ILookup<string, ProgramUse>> MissingStarts = new(deployment =>
        deployment.All<ProgramUse>().Where(use => use is { IsStart: true, Answer.Presence: Presence.Absent }).ToLookup(use => use.Subject)
    );

    /// <summary>The program of a start command that its image lacks, so that nothing starts; null when it has them.</summary>
    public static ProgramUse? MissingIn(Startup startup, Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(startup);
        return MissingStarts.Of(deployment)[startup.Subject].FirstOrDefault();
    }

    /// <summary>What the image is built upon, as it is written.</summary>
    public string Base { get; init; } = "";

    /// <summary>Where that is written.</summary>
    public SourceSpan? BaseAt { get; init; }

    /// <summary>What starts the script; null for a RUN instruction.</summary>
    public SourceSpan? StartedAt { get; init; }

    /// <summary>Stands in the command of the container itself.</summary>
    public bool IsStart { get; init; }

    /// <summary>Decides a loop that ends with its success, and that nothing else ends.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>Runs whatever happens, and what calls it ends when it fails.</summary>
    public bool IsDemanded { get; init; }
}
