using System.Text;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Readers.Compose.Values;

/// <summary>Adds to a command what runs: its words as one command, or the commands of a text when the words are a shell with a text.</summary>
internal static class ShellText
{
    /// <summary>A text that the container's shell runs.</summary>
    public static ComposeCommand Attach(ComposeCommand command, MappedText script) =>
        command with
        {
            Commands = ShellParser.Parse(WithoutDoubledDollars(script)),
        };

    /// <summary>Words that run without a shell, unless they are <c>sh -c TEXT</c>.</summary>
    public static ComposeCommand Attach(ComposeCommand command, IReadOnlyList<MappedText> words)
    {
        if (words.Count == 0)
        {
            return command;
        }

        return ScriptOf(words) is { } script
            ? Attach(command, script)
            : command with
            {
                Commands = [new ShellCommand([.. command.Words.Select(Word)], command.Span)],
            };
    }

    private static MappedText? ScriptOf(IReadOnlyList<MappedText> words)
    {
        if (!ShellPrograms.IsShell(words[0].Text))
        {
            return null;
        }

        for (var index = 1; index + 1 < words.Count && words[index].Text is ['-', ..] option; index++)
        {
            if (!option.StartsWith("--", StringComparison.Ordinal) && option.EndsWith('c'))
            {
                return words[index + 1];
            }

            // "-o pipefail" takes the word after it.
            index += option == "-o" || (option.EndsWith('o') && option.Length > 2) ? 1 : 0;
        }

        return null;
    }

    private static ShellWord Word(Template template) =>
        new(
            template.Raw,
            [
                .. template.Parts.Select(part =>
                    part.Variable is { } name
                        ? new ShellPart(ShellPartKind.Variable, name, part.HasDefault ? part.Word?.Raw : null)
                        : new ShellPart(ShellPartKind.Literal, part.Text)
                ),
            ],
            template.Span
        )
        {
            Literal = template.Literal,
        };

    /// <summary>Compose turns <c>$$</c> into the dollar that the shell in the container sees.</summary>
    private static MappedText WithoutDoubledDollars(MappedText text)
    {
        if (!text.Text.Contains("$$", StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder kept = new();
        List<MappedSegment> segments = [];
        for (var at = 0; at < text.Text.Length; at++)
        {
            var place = text.Span(at, 1).Start;
            if (segments is not [.., var last] || place - last.Source != kept.Length - last.Offset)
            {
                segments.Add(new MappedSegment(kept.Length, place));
            }

            kept.Append(text.Text[at]);
            at += text.Text[at] == '$' && at + 1 < text.Text.Length && text.Text[at + 1] == '$' ? 1 : 0;
        }

        return new MappedText(kept.ToString(), text.File, segments);
    }
}
