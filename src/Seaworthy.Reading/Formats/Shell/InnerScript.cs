using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>A script that a command hands to another shell, or writes for one.</summary>
/// <param name="IsElsewhere">Runs on another machine or in a container: the directory is not the caller's.</param>
internal sealed record InnerScript(MappedText Text, bool IsElsewhere, bool StopsOnError)
{
    /// <summary>Runs on another machine: through <c>ssh</c>, or as a file that is written to be taken there.</summary>
    public bool IsRemote { get; init; }

    /// <summary>Is written to a file, and run by another command.</summary>
    public bool IsWritten { get; init; }

    public static InnerScript? Of(ShellCommand command)
    {
        var words = command.Words;
        var remote = Remote(words);
        for (var index = 0; index < words.Count && index < 32; index++)
        {
            if (words[index].Literal is { } literal && ShellPrograms.IsShell(literal))
            {
                return remote >= 0 && remote < index
                    ? There(FromOptions(words, index + 1, isElsewhere: true) ?? FromHereDocument(command, isElsewhere: true))
                    : FromOptions(words, index + 1, isElsewhere: index > 0 && IsOfAnotherSystem(command.Program))
                        ?? (index == 0 ? FromHereDocument(command, isElsewhere: false) : null);
            }
        }

        if (remote >= 0)
        {
            return There(FromHereDocument(command, isElsewhere: true) ?? FromRemote(words, remote));
        }

        return (words is [{ Literal: "sudo" }, { Literal: { } next }, ..] ? next : command.Program) switch
        {
            "cat" or "tee" => FromWritten(command),
            "eval" when words.Count == 2 => new InnerScript(InnerText.Of(words[1]), false, command.StopsOnError),
            _ => null,
        };
    }

    private static InnerScript? There(InnerScript? script) => script is null ? null : script with { IsRemote = true };

    /// <summary>Where <c>ssh</c> stands, also behind <c>sudo</c>, <c>timeout 60</c> or <c>sshpass -e</c>; -1 where it does not.</summary>
    private static int Remote(IReadOnlyList<ShellWord> words)
    {
        const int Furthest = 6;
        for (var index = 0; index < words.Count && index < Furthest; index++)
        {
            var program = words[index].Literal ?? "";
            if (program == "ssh" || program.EndsWith("/ssh", StringComparison.Ordinal))
            {
                return index == 0 || words[0].Literal is "sudo" or "timeout" or "sshpass" ? index : -1;
            }
        }

        return -1;
    }

    private static bool IsOfAnotherSystem(string program) =>
        program is "docker" or "docker-compose" or "podman" or "kubectl" or "fly" or "flyctl" or "heroku";

    private static InnerScript? FromOptions(IReadOnlyList<ShellWord> words, int index, bool isElsewhere)
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
                return new InnerScript(InnerText.Of(words[index + 1]), isElsewhere, stops);
            }
        }

        return null;
    }

    /// <summary><c>ssh -p 22 user@host 'cd app &amp;&amp; …'</c>: what follows the host.</summary>
    private static InnerScript? FromRemote(IReadOnlyList<ShellWord> words, int ssh)
    {
        var index = ssh + 1;
        while (index < words.Count && words[index].Literal is ['-', var letter, ..] option)
        {
            index += option.Length == 2 && "bcDEeFIiJLlmOopQRSWw".Contains(letter, StringComparison.Ordinal) ? 2 : 1;
        }

        return index + 1 == words.Count - 1 ? new InnerScript(InnerText.Of(words[index + 1]), true, false) : null;
    }

    /// <summary><c>cat &gt; deploy.sh &lt;&lt;'END'</c>: it is run later, as a rule by a command that only names the file.</summary>
    private static InnerScript? FromWritten(ShellCommand command)
    {
        var targets = command
            .Redirects.Where(redirect => redirect.HereDocument is null && redirect.Operator.Contains('>', StringComparison.Ordinal))
            .Select(redirect => redirect.Target)
            .Concat(command.Words.SkipWhile(word => word.Literal != "tee").Skip(1));
        return
            FromHereDocument(command, isElsewhere: true) is { } script
            && (IsScript(script.Text.Text) || targets.Any(target => target.Literal is { } name && IsScriptName(name)))
            ? script with
            {
                IsRemote = true,
                IsWritten = true,
            }
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

    private static InnerScript? FromHereDocument(ShellCommand command, bool isElsewhere)
    {
        foreach (var redirect in command.Redirects)
        {
            if (redirect.HereDocumentText is { } text)
            {
                return new InnerScript(text, isElsewhere, false);
            }
        }

        return null;
    }
}
