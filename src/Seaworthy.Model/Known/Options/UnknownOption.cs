using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known.Options;

/// <summary>An option that a tool does not know with a verb: it refuses the command.</summary>
/// <param name="Tool">As it is started: <c>docker compose</c>.</param>
/// <param name="Name">As written, with its dashes.</param>
public sealed record UnknownOption(string Tool, string Verb, string Name, SourceSpan Span)
{
    /// <summary>The known option that was probably meant; null where none is near.</summary>
    public string? Nearest { get; init; }
}
