using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>A script that a command hands to another shell, or writes for one.</summary>
internal sealed record InnerScript(MappedText Text, InnerPlace Place, bool StopsOnError)
{
    /// <summary>The shell reads it from its standard input, line by line.</summary>
    public bool IsOnInput { get; private init; }

    /// <summary>Written as words of the command, not as one text.</summary>
    public bool IsOfWords { get; private init; }

    public static InnerScript? Of(ShellCommand command)
    {
        if (KnownCommand.Of(command).OfType<RemoteCommand>().FirstOrDefault() is { } remote)
        {
            return FromRemote(remote);
        }

        var line = CommandLine.Of(command);
        if (line.ProgramWord is not { } program)
        {
            return null;
        }

        IReadOnlyList<ShellWord> words = [program, .. line.Arguments];
        return IndexOfShell(words) switch
        {
            0 => FromOptions(words, 1, InnerPlace.Here) ?? FromHereDocument(command, InnerPlace.Here, ReadsLines(words)),
            > 0 and var shell => FromOptions(words, shell + 1, IsOfContainer(line.Program) ? InnerPlace.Container : InnerPlace.Here),
            _ => line.Program switch
            {
                "cat" or "tee" => FromWritten(line),
                "eval" when line.Arguments is [var script] => new InnerScript(InnerText.Of(script), InnerPlace.Here, command.StopsOnError),
                _ => null,
            },
        };
    }

    private static int IndexOfShell(IReadOnlyList<ShellWord> words)
    {
        const int Furthest = 32;
        for (var index = 0; index < words.Count && index < Furthest; index++)
        {
            if (words[index].Literal is { } literal && ShellPrograms.IsShell(literal))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsOfContainer(string program) =>
        program is "docker" or "docker-compose" or "podman" or "kubectl" or "fly" or "flyctl" or "heroku";

    /// <summary><c>ssh user@host 'cd app &amp;&amp; …'</c>, <c>ssh host docker run app</c>, <c>ssh host bash -c '…'</c>, <c>ssh host &lt;&lt;END</c>.</summary>
    private static InnerScript? FromRemote(RemoteCommand remote)
    {
        var words = remote.Inner?.Words ?? [];
        return IndexOfShell(words) is >= 0 and var shell && FromOptions(words, shell + 1, InnerPlace.OtherMachine) is { } script
            ? script
            : FromHereDocument(remote.Command, InnerPlace.OtherMachine, words is [] || ReadsLines(words))
                ?? words switch
                {
                    [] => null,
                    [var only] => new InnerScript(InnerText.Of(only), InnerPlace.OtherMachine, false),
                    _ => new InnerScript(InnerText.Of(words), InnerPlace.OtherMachine, false) { IsOfWords = true },
                };
    }

    private static InnerScript? FromOptions(IReadOnlyList<ShellWord> words, int index, InnerPlace place)
    {
        var stops = false;
        for (; index < words.Count && words[index].Literal is ['-' or '+', ..] option; index++)
        {
            stops |= !option.StartsWith("--", StringComparison.Ordinal) && option.Contains('e', StringComparison.Ordinal);
            if (option == "-o")
            {
                index++;
            }
            else if (!option.StartsWith("--", StringComparison.Ordinal) && option.EndsWith('c') && index + 1 < words.Count)
            {
                return new InnerScript(InnerText.Of(words[index + 1]), place, stops);
            }
        }

        return null;
    }

    /// <summary><c>cat &gt; deploy.sh &lt;&lt;'END'</c>: it is run later, as a rule by a command that only names the file.</summary>
    private static InnerScript? FromWritten(CommandLine line)
    {
        var targets = line
            .Command.Redirects.Where(redirect => redirect.HereDocument is null && redirect.Operator.Contains('>', StringComparison.Ordinal))
            .Select(redirect => redirect.Target)
            .Concat(line.Program == "tee" ? line.Arguments : []);
        return
            FromHereDocument(line.Command, InnerPlace.WrittenFile, isOnInput: false) is { } script
            && (IsScript(script.Text.Text) || targets.Any(target => target.Literal is { } name && IsScriptName(name)))
            ? script
            : null;
    }

    private static bool IsScriptName(string name) =>
        name.EndsWith(".sh", StringComparison.Ordinal) || name.EndsWith(".bash", StringComparison.Ordinal);

    /// <summary>Its first line names a shell.</summary>
    private static bool IsScript(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0
            && text.StartsWith("#!", StringComparison.Ordinal)
            && text[2..end].Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries).Any(ShellPrograms.IsShell);
    }

    /// <summary>Others than bash and zsh read in blocks, and have a short script as a whole.</summary>
    private static bool ReadsLines(IReadOnlyList<ShellWord> words) =>
        words is [{ Literal: { } shell }, ..]
        && shell[(shell.LastIndexOf('/') + 1)..] is "bash" or "zsh" or "bash -s" or "bash -se" or "zsh -s"
        && words.Skip(1).TakeWhile(word => word.Literal is not "-s").All(word => word.Literal is ['-', ..]);

    private static InnerScript? FromHereDocument(ShellCommand command, InnerPlace place, bool isOnInput) =>
        command.Redirects.Select(redirect => redirect.HereDocumentText).FirstOrDefault(text => text is not null) is { } text
            ? new InnerScript(text, place, false) { IsOnInput = isOnInput }
            : null;
}
