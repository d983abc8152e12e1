using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A statement names something that another statement must define under that name.</summary>
/// <param name="Role">What is named.</param>
/// <param name="Name">The name used.</param>
/// <param name="Span">Where it is used.</param>
/// <param name="Subject">Who names it.</param>
/// <param name="Definition">Where it is defined; null when nothing defines it.</param>
public sealed record NameUse(NameRole Role, string Name, SourceSpan Span, string Subject, SourceSpan? Definition)
{
    /// <summary>As many as a message lists: where there are more, none is.</summary>
    public const int MostCandidates = 8;

    /// <summary>What is defined in its place, for the message and the near miss.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>Where a definition would stand: <c>docker-compose.yml</c>, <c>frontend/package.json</c>.</summary>
    public string In { get; init; } = "";

    /// <summary>Who reads the name: <c>npm</c>, <c>make</c>, an action.</summary>
    public string Tool { get; init; } = "";

    /// <summary>Why the tree cannot decide; null when it can.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>Something that helps to understand: the file that ought to define it, the owner's place.</summary>
    public SourceSpan? Related { get; init; }

    /// <summary>The part of the file whose names have one cause when they are missing: a stage of a Dockerfile. Null where each name is a cause of its own.</summary>
    public SourceSpan? Part { get; init; }

    /// <summary>The part of the file for which a definition in it counts, such as a stage of a Dockerfile or the needs of a job; null where one counts for the whole file.</summary>
    public SourceSpan? Scope { get; init; }

    /// <summary>Where the value is needed, when that is another place than the one that names it.</summary>
    public SourceSpan? NeededAt { get; init; }

    /// <summary>A definition that comes too late for what needs it, and therefore is none.</summary>
    public SourceSpan? LateDefinition { get; init; }

    /// <summary>A definition that lies beside, but is not applied together with what needs it.</summary>
    public SourceSpan? LeftOutDefinition { get; init; }

    /// <summary>The definition that lies beside has a blank in place of each value, for somebody to fill in.</summary>
    public bool IsLeftBlank { get; init; }

    /// <summary>Something is defined under the same letters in another case.</summary>
    public bool IsOtherCase { get; init; }

    /// <summary>The namespace of a definition that its user, in another, does not reach.</summary>
    public string? ApartIn { get; init; }

    /// <summary>Another name that was probably meant: nothing else takes what it stands for.</summary>
    public Fact<string>? Meant { get; init; }

    /// <summary>Something of this name that is of another kind: a ConfigMap where a Secret is read.</summary>
    public SourceSpan? OtherKind { get; init; }

    /// <summary>What the statement needs besides for a name that was probably meant: <c>-n shop</c>.</summary>
    public string? MeantWith { get; init; }

    /// <summary>The statement stands under a condition, or its failure is swallowed.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Why there may be a definition outside the repository, which makes its absence likely, not certain. Null when it is certain.</summary>
    public string? Doubt { get; init; }

    /// <summary>The definition is what somebody tells of the world outside.</summary>
    public bool IsTold { get; init; }

    /// <summary>For a stage of a Dockerfile: it is built upon, <c>FROM base</c>.</summary>
    public bool IsBase => Span.Line.StartsWith("FROM ", StringComparison.OrdinalIgnoreCase);

    /// <summary>In a workflow: the line writes it to the log alone, or gives it to an input that has a default for an empty value.</summary>
    public bool IsOnlyShown => ShownValue.IsIn(Span.Line);

    public bool IsMissing => Definition is null && UnknownBecause is null;
}
