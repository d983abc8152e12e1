using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Pipelines;

/// <summary>The plain facts of a pipeline of another CI system: named stages with their commands, in order.</summary>
/// <param name="System"><c>azure-pipelines</c>, <c>circleci</c>, <c>jenkins</c>, <c>bitbucket</c> or <c>codebuild</c>.</param>
public sealed record CommandPipeline(SourceFile File, string System) : Artifact(File)
{
    public IReadOnlyList<CommandStage> Stages { get; init; } = [];

    /// <summary>Files with the pod that an agent of Jenkins runs as, from the root of the repository.</summary>
    public IReadOnlyList<Fact<string>> PodFiles { get; init; } = [];

    /// <summary>Steps whose script Jenkins fills in before the shell gets it: Groovy replaces <c>${NAME}</c> in double quotes.</summary>
    public IReadOnlyList<SourceSpan> FilledScripts { get; init; } = [];

    /// <summary>What is in quotes behind <c>name:</c>, among it the parameters that somebody is asked for: <c>string(name: 'IMAGE_TAG')</c>.</summary>
    public IEnumerable<string> QuotedNames =>
        File
            .Text.Split("name:", StringSplitOptions.TrimEntries)
            .Skip(1)
            .Where(named => named is ['\'' or '"', ..])
            .Select(named => new { Named = named, End = named.IndexOfAny(['\'', '"'], 1) })
            .Where(quoted => quoted.End > 1)
            .Select(quoted => quoted.Named[1..quoted.End]);

    /// <summary>Jobs that are in no file of the repository: those of an orb, or a whole pipeline that this one makes and hands over to.</summary>
    public IReadOnlyList<Fact<string>> Elsewhere { get; init; } = [];
}
