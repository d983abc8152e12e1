using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Make;

/// <summary>A recipe line as the shell gets it: make's references put in where they are literal, everything else left recognisably computed.</summary>
/// <remarks>Source: GNU make manual, 5.1 "Recipe Syntax", 10.5.3 "Automatic Variables".</remarks>
internal sealed class RecipeText(SourceFile file, MakeVariables variables)
{
    // Values put in a thousand times over: after this many characters references stay unresolved.
    private int budget = 1 << 20;

    public MappedText Of(MakeRecipeLine line, string target, IReadOnlyList<Fact<string>> prerequisites) =>
        Of([line], target, prerequisites);

    /// <summary>Several lines as one script, as <c>.ONESHELL</c> has it.</summary>
    public MappedText Of(IReadOnlyList<MakeRecipeLine> lines, string target, IReadOnlyList<Fact<string>> prerequisites)
    {
        MappedTextBuilder builder = new(MappedText.Of(file));
        foreach (var line in lines)
        {
            Add(builder, line, target, prerequisites);
            if (lines.Count > 1)
            {
                builder.Replace("\n", line.End);
            }
        }

        return builder.Build();
    }

    private void Add(MappedTextBuilder builder, MakeRecipeLine line, string target, IReadOnlyList<Fact<string>> prerequisites)
    {
        var copied = line.Start;
        var isQuoted = false;
        for (var at = line.Start; at < line.End; at++)
        {
            // The tab of a continued recipe line belongs to make.
            if (file.Text[at] == '\t' && file.Text[at - 1] == '\n' && at > line.Start)
            {
                builder.Copy(copied, at);
                copied = at + 1;
            }
            else if (file.Text[at] == '\'')
            {
                isQuoted = !isQuoted;
            }
            else if (file.Text[at] == '$')
            {
                builder.Copy(copied, at);
                var reference = MakeReference.At(file.Text, at, line.End);
                var written = file.Text[at..reference.End];
                // Make puts the answer of a command in before the shell sees the quotes around it.
                var replacement =
                    budget <= 0 || IsMark(line, at, reference) ? ""
                    : reference.Content == "CURDIR" && IsEntered(line, at) ? "${CURDIR}"
                    : isQuoted && written.Contains('\'', StringComparison.Ordinal) ? "${{ make }}"
                    : Replacement(reference, written, target, prerequisites);
                budget -= replacement.Length;
                builder.Replace(replacement, at);
                copied = reference.End;
                at = reference.End - 1;
            }
        }

        builder.Copy(copied, line.End);
    }

    /// <summary><c>cd "$(CURDIR)"</c>: back to where make stands, whatever the recipe entered before.</summary>
    private bool IsEntered(MakeRecipeLine line, int at) =>
        file.Text.AsSpan(line.Start, at - line.Start).TrimEnd('"').EndsWith("cd ", StringComparison.Ordinal);

    /// <summary><c>$(Q)for …</c>: a variable of another file, at the very beginning and without a space behind it, is the mark that keeps make quiet.</summary>
    private bool IsMark(MakeRecipeLine line, int at, MakeReference reference) =>
        at == line.Start
        && reference.IsPlainName
        && reference.End < line.End
        && (char.IsAsciiLetter(file.Text[reference.End]) || file.Text[reference.End] == '(')
        && variables.Value(reference.Content) is null
        && variables.Outline(reference.Content) is null
        && reference.Content.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_');

    /// <summary>The command whose answer make puts in, with what make knows of the rule: <c>$(shell cat $&lt;)</c>.</summary>
    private static string Answered(string command, string target, IReadOnlyList<Fact<string>> prerequisites) =>
        command
            .Replace("$<", prerequisites is [var first, ..] ? first.Value : "prerequisite", StringComparison.Ordinal)
            .Replace("$^", string.Join(' ', prerequisites.Select(prerequisite => prerequisite.Value)), StringComparison.Ordinal)
            .Replace("$@", target, StringComparison.Ordinal)
            .Replace("$$", "$", StringComparison.Ordinal);

    private string Replacement(MakeReference reference, string written, string target, IReadOnlyList<Fact<string>> prerequisites) =>
        reference.Content switch
        {
            "$" => "$",
            "@" => target,
            "<" when prerequisites is [var first, ..] => first.Value,
            "^" or "+" => string.Join(' ', prerequisites.Select(prerequisite => prerequisite.Value)),
            "MAKE" => "make",
            "CURDIR" => "$PWD",
            // These leave nothing behind for the shell.
            ['e', 'v', 'a', 'l', ' ', ..] or ['i', 'n', 'f', 'o', ' ', ..] or ['w', 'a', 'r', 'n', 'i', 'n', 'g', ' ', ..] => "",
            ['s', 'h', 'e', 'l', 'l', ' ', .. var command] => $"$({Answered(command, target, prerequisites)})",
            _ when reference.IsPlainName && variables.Value(reference.Content) is { } value => variables.IsDefault(reference.Content)
            && !value.AsSpan().ContainsAny(" \"'}")
                ? $"${{{reference.Content}:-{value}}}"
                : value,
            _ when reference.IsPlainName && variables.Outline(reference.Content) is { } outline => outline,
            _ when reference.IsPlainName && reference.Content.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') =>
                $"${{{reference.Content}}}",

            // What GitHub's expressions and make's functions have in common: the shell never sees them.
            _ => MakeVariables.Placeholder(written),
        };
}
