using System.Text;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>What the words of a container run: themselves as one command, or the commands of the text when they are <c>sh -c TEXT</c>.</summary>
internal static class ContainerProcess
{
    public static ContainerWords? Words(Node? node) =>
        node is SequenceNode list
            ? new ContainerWords([.. list.Elements.OfType<ScalarNode>().Select(DependentTemplate.Of)], list.Span)
            : null;

    /// <summary>The commands of <c>command</c> and <c>args</c> together; none without <c>command</c>, for the image's entry point stays.</summary>
    public static IReadOnlyList<ShellCommand> Commands(Node? command, Node? args)
    {
        ScalarNode[] words = [.. (command?.Items ?? []).OfType<ScalarNode>(), .. (args?.Items ?? []).OfType<ScalarNode>()];
        if (command?.Items is not { Count: > 0 } || words.Length == 0)
        {
            return [];
        }

        return ScriptOf(words) is { } script
            ? ShellParser.Parse(Replaced(script), StopsOnError(words))
            : [new ShellCommand([.. words.Select(Word)], words[0].Span.To(words[^1].Span))];
    }

    private static ScalarNode? ScriptOf(ScalarNode[] words)
    {
        if (!ShellPrograms.IsShell(words[0].Value))
        {
            return null;
        }

        for (var index = 1; index + 1 < words.Length && words[index].Value is ['-', ..] option; index++)
        {
            if (option is not ['-', '-', ..] && option.EndsWith('c'))
            {
                return words[index + 1];
            }

            // "-o pipefail" takes the word after it.
            index += option is not ['-', '-', ..] && option.EndsWith('o') ? 1 : 0;
        }

        return null;
    }

    /// <summary>
    /// The text as the shell gets it: the kubelet has turned <c>$$</c> into a dollar and <c>$(NAME)</c> into the variable's value, which the shell's own <c>${NAME}</c> stands for here.
    /// A name in small letters is a command substitution: the kubelet leaves what it does not know.
    /// </summary>
    private static MappedText Replaced(ScalarNode script)
    {
        var source = script.Mapped;
        if (!source.Text.Contains("$$", StringComparison.Ordinal) && !source.Text.Contains("$(", StringComparison.Ordinal))
        {
            return source;
        }

        StringBuilder text = new();
        List<MappedSegment> segments = [];
        var pending = 0;
        for (var at = 0; at < source.Text.Length; )
        {
            var (written, taken) = Next(source.Text, at);
            segments.Add(new MappedSegment(text.Length, source.Span(at, 1).Start));
            for (; pending < source.Segments.Count && source.Segments[pending].Offset < at + taken; pending++)
            {
                var (offset, place) = source.Segments[pending];
                if (offset > at)
                {
                    segments.Add(new MappedSegment(offset - at + text.Length, place));
                }
            }

            text.Append(written);
            at += taken;
        }

        return new MappedText(text.ToString(), source.File, segments);
    }

    private static (string Written, int Taken) Next(string text, int at)
    {
        if (text[at] == '$' && at + 1 < text.Length && text[at + 1] == '$')
        {
            return ("$", 2);
        }

        if (DependentTemplate.Close(text, at) is { } close && !text.AsSpan(at + 2, close - at - 2).ContainsAnyInRange('a', 'z'))
        {
            return ($"${{{text[(at + 2)..close]}}}", close + 1 - at);
        }

        var next = text.AsSpan(at + 1).IndexOf('$') is var found and >= 0 ? at + 1 + found : text.Length;
        return (text[at..next], next - at);
    }

    private static bool StopsOnError(ScalarNode[] words) =>
        words
            .Skip(1)
            .TakeWhile(word => word.Value is ['-', ..])
            .Any(word => word.Value is not ['-', '-', ..] && word.Value.Contains('e', StringComparison.Ordinal));

    private static ShellWord Word(ScalarNode scalar)
    {
        var template = DependentTemplate.Of(scalar);
        var parts = template.Parts.Select(part =>
            part.Variable is { } name ? new ShellPart(ShellPartKind.Variable, name) : new ShellPart(ShellPartKind.Literal, part.Text)
        );
        return new ShellWord(scalar.Value, [.. parts], scalar.Span) { Literal = template.Literal };
    }
}
