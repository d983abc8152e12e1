using Seaworthy.Model.Declared.Dockerfiles;

namespace Seaworthy.Model.Topology;

/// <summary>What one Dockerfile (stage) builds under one build context. A Dockerfile that two callers build differently is two images.</summary>
public sealed record Image
{
    private readonly Dictionary<DockerStage, ImageStage> byDeclaration = [];

    public required string Name { get; init; }

    public required Dockerfile Dockerfile { get; init; }

    public required ImageBuild Build { get; init; }

    /// <summary>The stages that take part, in order, the final one last.</summary>
    public required IReadOnlyList<ImageStage> Stages
    {
        get;
        init
        {
            field = value;
            byDeclaration = new(ReferenceEqualityComparer.Instance);
            foreach (var stage in value)
            {
                byDeclaration.TryAdd(stage.Declared, stage);
            }
        }
    }

    public ImageStage Final => Stages[^1];

    /// <summary>The components whose source ends in the image.</summary>
    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>The main files of the Go programs that its build compiles, as paths of the repository; empty when unknown.</summary>
    public IReadOnlyList<string> GoMains { get; init; } = [];

    /// <summary>Its environment, as ARG and ENV leave it.</summary>
    public IReadOnlyList<SuppliedVariable> Environment { get; init; } = [];

    /// <summary>The stage that was made of one in the file; null when it takes no part.</summary>
    public ImageStage? Find(DockerStage declared) => byDeclaration.GetValueOrDefault(declared);

    /// <summary>A stage and those that it is built upon, whose layers it keeps, the lowest last; those of another image of this repository too.</summary>
    public IEnumerable<ImageStage> Down(ImageStage stage)
    {
        for (var at = stage; at is not null; at = at.Declared.BaseStage is { } below ? Find(below) : null)
        {
            yield return at;
            if (at.BuiltUpon is { } other)
            {
                foreach (var lower in other.Down(other.Final))
                {
                    yield return lower;
                }
            }
        }
    }

    /// <summary>Whether an instruction of a stage, or of one that it is built upon, holds any of the words, in any letter case.</summary>
    public bool Mentions(ImageStage stage, IReadOnlyList<string> words) =>
        Down(stage)
            .SelectMany(each => each.Declared.Lines)
            .Any(line => words.Any(word => line.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Its Dockerfile, its last stage or the target that is asked for is named for development or tests.</summary>
    public bool IsForDevelopment { get; init; }
}
