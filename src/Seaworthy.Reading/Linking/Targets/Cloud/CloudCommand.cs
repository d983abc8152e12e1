using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>Words of a declaration as the commands that they run.</summary>
internal static class CloudCommand
{
    public static IReadOnlyList<ShellCommand> Of(IReadOnlyList<CloudValue> words)
    {
        if (words.Count == 0)
        {
            return [];
        }

        return
            words is [{ Known: { } shell }, { Known: "-c" or "-lc" or "-ec" }, { Known: { } script } text, ..]
            && ShellPrograms.IsShell(shell)
            ? Script(script, text.Span)
            : [new ShellCommand([.. words.Select(Word)], words[0].Span.To(words[^1].Span))];
    }

    /// <summary>A text for the shell.</summary>
    public static IReadOnlyList<ShellCommand> Script(string text, SourceSpan span) =>
        ShellParser.Parse(new MappedText(text, span.File, [new MappedSegment(0, Math.Min(span.Start + 1, span.File.Text.Length))]));

    private static ShellWord Word(CloudValue value) =>
        value.Known is { } text
            ? new ShellWord(text, [new ShellPart(ShellPartKind.Literal, text)], value.Span) { Literal = text }
            : new ShellWord(value.Span.Text, [new ShellPart(ShellPartKind.Variable, "_")], value.Span);
}
