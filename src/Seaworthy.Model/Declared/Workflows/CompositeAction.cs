using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>An <c>action.yml</c>: an action that this repository holds.</summary>
/// <remarks>Source: GitHub Docs, "Metadata syntax reference".</remarks>
public sealed record CompositeAction(SourceFile File) : Artifact(File)
{
    public Fact<string>? Name { get; init; }

    public IReadOnlyList<WorkflowInput> Inputs { get; init; } = [];

    /// <summary>Outputs; the value of an action that is no composite is empty.</summary>
    public IReadOnlyList<NamedTemplate> Outputs { get; init; } = [];

    /// <summary><c>composite</c>, <c>docker</c>, <c>node20</c>…</summary>
    public Fact<string>? Using { get; init; }

    /// <summary>Files that a JavaScript action starts: <c>main</c>, <c>pre</c>, <c>post</c>.</summary>
    public IReadOnlyList<Fact<string>> EntryFiles { get; init; } = [];

    /// <summary>The image of a Docker action: <c>Dockerfile</c> or <c>docker://…</c>.</summary>
    public Fact<string>? Image { get; init; }

    /// <summary>The steps of a composite action.</summary>
    public IReadOnlyList<WorkflowStep> Steps { get; init; } = [];
}
