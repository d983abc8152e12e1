using System.Text;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Values;

/// <summary>Shell words with their variables put in.</summary>
internal static class ShellValues
{
    /// <param name="word">The word.</param>
    /// <param name="variable">What a name is set to where the command runs; null when it is unset.</param>
    public static Resolved Resolve(ShellWord word, Func<string, Resolved?> variable)
    {
        if (word.Literal is { } literal)
        {
            return Resolved.Known(literal, word.Span);
        }

        StringBuilder text = new();
        List<SourceSpan> chain = [word.Span];
        foreach (var part in word.Parts)
        {
            var known = Part(word, part, variable);
            if (known.Text is null)
            {
                return known;
            }

            text.Append(known.Text);
            chain.AddRange(known.Chain);
        }

        return new Resolved(text.ToString(), chain);
    }

    private static Resolved Part(ShellWord word, ShellPart part, Func<string, Resolved?> variable) =>
        part.Kind switch
        {
            ShellPartKind.Literal => new Resolved(part.Text, []),
            ShellPartKind.Variable when variable(part.Text) is { } given && (given.Text is not "" || part.Default is null) => given,
            ShellPartKind.Variable when part.Default is { } fallback && !fallback.Contains('$', StringComparison.Ordinal) => new Resolved(
                fallback,
                []
            ),
            ShellPartKind.Variable => Resolved.Unknown($"{part.Text} is not set", word.Span),
            _ => Resolved.Unknown($"{word.Raw} is computed", word.Span),
        };
}
