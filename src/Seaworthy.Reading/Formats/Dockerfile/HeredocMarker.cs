using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary><c>&lt;&lt;NAME</c>, <c>&lt;&lt;-NAME</c> or <c>3&lt;&lt;"NAME"</c> as a word of an instruction's line.</summary>
internal sealed record HeredocMarker(string Name, bool StripsTabs, bool Expands, SourceSpan Span)
{
    /// <summary>Only RUN, COPY and ADD take here-documents, also behind ONBUILD.</summary>
    public static bool MayFollow(InstructionSyntax instruction) =>
        instruction.Arguments.Text.Contains("<<", StringComparison.Ordinal)
        && (
            instruction.Keyword.Value is "RUN" or "COPY" or "ADD"
            || (
                instruction.Keyword.Value == "ONBUILD"
                && DockerfileWords.Blank(instruction.Arguments) is [var inner, ..]
                && inner.Text.ToUpperInvariant() is "RUN" or "COPY" or "ADD"
            )
        );

    public static IReadOnlyList<HeredocMarker> FindAll(MappedText arguments, char escape) =>
        [.. DockerfileWords.Quoted(arguments, escape).Select(TryRead).OfType<HeredocMarker>()];

    /// <summary>The marker that a word is, or null.</summary>
    public static HeredocMarker? TryRead(MappedText word)
    {
        var at = 0;
        while (at < word.Text.Length && char.IsAsciiDigit(word.Text[at]))
        {
            at++;
        }

        if (!word.Text.AsSpan(at).StartsWith("<<"))
        {
            return null;
        }

        var stripsTabs = word.Text.AsSpan(at + 2).StartsWith("-");
        var raw = word.Text[(at + (stripsTabs ? 3 : 2))..];
        var name = Unquote(raw);
        return name.Length == 0 || raw.Contains('<', StringComparison.Ordinal)
            ? null
            : new HeredocMarker(name, stripsTabs, name == raw, word.Span(0, word.Text.Length));
    }

    private static string Unquote(string raw) =>
        raw.Length >= 2 && raw[0] is '"' or '\'' && raw[^1] == raw[0] ? raw[1..^1] : raw.Replace("\\", "", StringComparison.Ordinal);
}
