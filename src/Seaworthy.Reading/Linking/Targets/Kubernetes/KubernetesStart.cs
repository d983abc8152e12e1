using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>What a container starts: <c>command</c> replaces the image's entry point and its command, <c>args</c> only its command.</summary>
/// <remarks>Kubernetes documentation, "Define a Command and Arguments for a Container".</remarks>
internal static class KubernetesStart
{
    public static ProcessStart? Of(KubernetesContainer container, Image? image)
    {
        var directory = container.WorkingDirectory?.Value ?? image?.Final.WorkingDirectory;
        if (container.Command is { } command)
        {
            return new ProcessStart(container.Commands, directory, command.Span)
            {
                Text = Text([command, container.Args]),
                Program = command.Words is [{ Literal: { } word } first, ..]
                    ? new StartProgram(new Fact<string>(word, first.Span), true)
                    : null,
            };
        }

        var entry = image?.Final.Entrypoint;
        if (container.Args is { Words.Count: > 0 } args)
        {
            return new ProcessStart(WithArguments(entry?.Commands ?? [], args), directory, args.Span)
            {
                Text = $"{entry?.Raw} {Text([args])}".Trim(),
                Arguments =
                    image is null || entry is { IsEmpty: false }
                        ? new EntryArguments(entry, [.. args.Words.Select(word => word.Literal ?? "")])
                        : null,
            };
        }

        IReadOnlyList<ShellCommand> commands = [.. entry?.Commands ?? [], .. image?.Final.Command?.Commands ?? []];
        return (image?.Final.Command?.Span ?? entry?.Span) is { } span && commands.Count > 0
            ? new ProcessStart(commands, directory, span) { Text = $"{entry?.Raw} {image?.Final.Command?.Raw}".Trim() }
            : null;
    }

    /// <summary>The arguments follow the words of an entry point; an entry script mostly runs them as a command.</summary>
    private static IReadOnlyList<ShellCommand> WithArguments(IReadOnlyList<ShellCommand> entry, ContainerWords args)
    {
        List<ShellWord> words = [.. args.Words.Select(Word)];
        return
            entry is [{ } only]
            && !only.Program.EndsWith(".sh", StringComparison.Ordinal)
            && !only.Program.EndsWith("entrypoint", StringComparison.Ordinal)
            ? [only with { Words = [.. only.Words, .. words] }]
            : [.. entry, new ShellCommand(words, args.Span)];
    }

    private static ShellWord Word(Template template)
    {
        var parts = template.Parts.Select(part =>
            part.Variable is { } name ? new ShellPart(ShellPartKind.Variable, name) : new ShellPart(ShellPartKind.Literal, part.Text)
        );
        return new ShellWord(template.Raw, [.. parts], template.Span) { Literal = template.Literal };
    }

    private static string Text(IEnumerable<ContainerWords?> words) =>
        string.Join(' ', words.OfType<ContainerWords>().SelectMany(list => list.Words).Select(word => word.Raw));
}
