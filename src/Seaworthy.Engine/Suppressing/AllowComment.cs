using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Suppressing;

/// <summary><c># seaworthy: allow files/duplicate-key the vendor's loader takes the last</c>: a comment that accepts what a rule says of its line or the one below.</summary>
/// <param name="Lines">The lines of which it speaks; 0 for the file as a whole.</param>
internal sealed record AllowComment(string Rule, string Reason, DateOnly? Until, SourceSpan Span, IReadOnlyList<int> Lines)
{
    /// <summary>The lines without its own, where it stands alone in that.</summary>
    public IEnumerable<int> Targets => Lines.Where(line => line != Span.StartLine || Lines.Count == 1);
}
