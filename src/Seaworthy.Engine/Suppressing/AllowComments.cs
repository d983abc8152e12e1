using Seaworthy.Engine.Configuring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers.Settings;

namespace Seaworthy.Engine.Suppressing;

/// <summary>The comments of one file that allow findings. One that cannot be understood allows nothing, and is reported.</summary>
internal sealed class AllowComments
{
    private static readonly string[] Markup = [".md", ".mdx", ".markdown", ".html", ".htm", ".xml"];

    private const int MostGuesses = 20;

    private readonly SourceFile file;
    private readonly bool isMarkup;

    private AllowComments(SourceFile file)
    {
        this.file = file;
        isMarkup = Markup.Any(end => file.Path.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }

    public List<AllowComment> Valid { get; } = [];

    public List<Diagnostic> Faults { get; } = [];

    public static AllowComments In(SourceFile file)
    {
        AllowComments comments = new(file);
        // Most files hold none: asked of the whole text at once.
        if (file.Text.Contains(AllowCommentText.Mark, StringComparison.Ordinal))
        {
            comments.Read();
        }

        return comments;
    }

    private void Read()
    {
        var head = Head();
        List<Written> found = [.. Lines()];
        // From the last to the first: of several above one line, all speak of that line.
        var below = 0;
        for (var index = found.Count - 1; index >= 0; index--)
        {
            var (line, words) = found[index];
            var isFollowed = index + 1 < found.Count && found[index + 1] is (var next, { IsAlone: true }) && next == line + 1;
            below = isFollowed ? below : line + 1;
            Add(line, words, [line, .. words.IsAlone ? [below] : Array.Empty<int>(), .. line <= head ? [0] : Array.Empty<int>()]);
        }

        Valid.Reverse();
        Faults.Reverse();
    }

    private IEnumerable<Written> Lines()
    {
        for (
            var at = file.Text.IndexOf(AllowCommentText.Mark, StringComparison.Ordinal);
            at >= 0;
            at = file.Text.IndexOf('\n', at) is > 0 and var end
                    ? file.Text.IndexOf(AllowCommentText.Mark, end, StringComparison.Ordinal)
                    : -1
        )
        {
            var line = file.Lines.LineAt(at);
            if (AllowCommentText.Find(file.Lines.TextOf(line), isMarkup) is { } words)
            {
                yield return new Written(line, words);
            }
        }
    }

    private void Add(int line, AllowCommentText words, IReadOnlyList<int> lines)
    {
        if (Fault(words) is { } fault)
        {
            Faults.Add(
                new Diagnostic(DiagnosticKind.SuppressionInvalid, $"The comment in line {line} allows nothing: {fault}.", file.Path)
            );
            return;
        }

        SourceSpan span = new(file, file.Lines.StartOf(line) + words.Start, 1);
        Valid.Add(new AllowComment(words.Rule, words.Reason, words.LastDay, span, lines));
    }

    private string? Fault(AllowCommentText words) =>
        words switch
        {
            { OtherVerb: { } verb } => $"'{verb}' is no word of Seaworthy; write 'allow', the rule and the reason",
            { Rule: "" } => "it names no rule",
            _ when !SettingsVocabulary.IsRule(words.Rule) => $"there is no rule '{words.Rule}'{Meant(words)}",
            { Reason: "" } => "it gives no reason; write one after the rule",
            { Until: { } until, LastDay: null } => $"'{until}' is no day; write it as in until=2027-01-31",
            _ => null,
        };

    // Guessing costs time: a hundred thousand wrong comments are no slips.
    private string Meant(AllowCommentText words) =>
        Faults.Count < MostGuesses && RuleNames.Near(words.Rule, SettingsVocabulary.Rules) is { } near
            ? $"; did you mean '{near}'?"
            : "; 'seaworthy rules' lists them";

    /// <summary>The last of the lines at the start of the file that hold comments and nothing else.</summary>
    private int Head()
    {
        for (var line = 1; line <= file.Lines.Count; line++)
        {
            var text = file.Lines.TextOf(line).AsSpan().Trim();
            if (!text.IsEmpty && !text.StartsWith("#") && !text.StartsWith("//") && !text.StartsWith("<!--") && !text.StartsWith("--"))
            {
                return line - 1;
            }
        }

        return file.Lines.Count;
    }

    private sealed record Written(int Line, AllowCommentText Words);
}
