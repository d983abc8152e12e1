namespace Seaworthy.Model.Source;

/// <summary>Something wrong with a file taken alone.</summary>
/// <param name="Related">For a duplicate: the first definition.</param>
public sealed record Problem(ProblemKind Kind, string Message, SourceSpan Span, SourceSpan? Related = null)
{
    /// <summary>For a duplicate: both definitions are known to say the same.</summary>
    public bool IsRepetition { get; init; }

    /// <summary>For a duplicate: both are merge keys, which strict parsers refuse and the others follow one after the other.</summary>
    public bool IsMerge { get; init; }

    /// <summary>For syntax: strict readers of the format alone refuse it, a comment or a last comma in JSON.</summary>
    public bool IsLeniency { get; init; }

    /// <summary>For a value: what reads the file hands it on as it stands, and what runs it refuses.</summary>
    public bool IsHandedOn { get; init; }

    /// <summary>Places that are right once this is.</summary>
    public IReadOnlyList<SourceSpan> Followers { get; init; } = [];

    /// <summary>What to write instead, when the text tells what was meant: a sentence without its place and its end.</summary>
    public string? Remedy { get; init; }
}
