using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Compose.Values;

/// <summary>Commands, entry points and health tests.</summary>
/// <remarks>Source: the Compose specification, "command", "entrypoint" and "healthcheck".</remarks>
internal static class CommandReading
{
    public static ComposeCommand? Command(Node? node) =>
        node switch
        {
            ScalarNode { IsNull: true } => new ComposeCommand([], "", IsList: false, node.Span) { IsNull = true },
            ScalarNode text => FromText(text),
            SequenceNode list => FromList(list.Elements, list.Span),
            _ => null,
        };

    /// <summary>The test of a health check, with the word that says how it is run taken off.</summary>
    public static (ComposeCommand? Command, HealthTestKind Kind) HealthTest(Node? node)
    {
        if (node is ScalarNode { IsNull: false } text)
        {
            return (Shell(text), HealthTestKind.Shell);
        }

        if (node is not SequenceNode { Elements.Count: > 0 } list)
        {
            return (null, HealthTestKind.Absent);
        }

        IReadOnlyList<Node> rest = [.. list.Elements.Skip(1)];
        return list.Elements[0].Text switch
        {
            "NONE" => (null, HealthTestKind.None),
            "CMD-SHELL" => (
                rest is [ScalarNode shell, ..] ? Shell(shell) with { Dropped = Unread(shell, rest) } : null,
                HealthTestKind.Shell
            ),
            "CMD" => (FromList(rest, list.Span), HealthTestKind.Exec),
            _ => (FromList(list.Elements, list.Span), HealthTestKind.Exec),
        };
    }

    // The shell takes one text; what follows are its parameters $0, $1….
    private static Fact<string>? Unread(ScalarNode shell, IReadOnlyList<Node> words) =>
        words.Count > 1 && shell.Text?.Contains('$', StringComparison.Ordinal) != true
            ? new Fact<string>(string.Join(' ', words.Skip(1).Select(word => word.Text)), words[1].Span)
            : null;

    private static ComposeCommand Shell(ScalarNode text) =>
        ShellText.Attach(new ComposeCommand([TemplateParser.Parse(text.Mapped)], text.Value, IsList: false, text.Span), text.Mapped);

    private static ComposeCommand FromText(ScalarNode scalar)
    {
        var text = scalar.Mapped;
        var split = CommandWords.Split(text);
        List<Template> words = [.. split.Words.Select(word => TemplateParser.Parse(word))];
        ComposeCommand command = new(words, scalar.Value, IsList: false, scalar.Span);
        if (split.DroppedFrom is { } from)
        {
            command = command with { Dropped = new Fact<string>(text.Text[from..], text.Span(from, text.Text.Length - from)) };
        }

        return ShellText.Attach(command, split.Words);
    }

    private static ComposeCommand FromList(IReadOnlyList<Node> elements, SourceSpan span)
    {
        List<MappedText> words = [.. elements.OfType<ScalarNode>().Where(word => !word.IsNull).Select(word => word.Mapped)];
        ComposeCommand command = new(
            [.. words.Select(word => TemplateParser.Parse(word))],
            string.Join(' ', words.Select(word => word.Text)),
            IsList: true,
            span
        );
        return ShellText.Attach(command, words);
    }
}
