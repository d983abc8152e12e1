using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>A script that a command hands to another shell.</summary>
/// <param name="IsElsewhere">Runs on another machine or in a container: the directory is not the caller's.</param>
internal sealed record InnerScript(MappedText Text, bool IsElsewhere, bool StopsOnError)
{
    public static InnerScript? Of(ShellCommand command)
    {
        var words = command.Words;
        for (var index = 0; index < words.Count && index < 32; index++)
        {
            if (words[index].Literal is { } literal && ShellPrograms.IsShell(literal))
            {
                return FromOptions(
                        words,
                        index + 1,
                        isElsewhere: index > 0
                            && command.Program
                                is "docker"
                                    or "docker-compose"
                                    or "podman"
                                    or "kubectl"
                                    or "ssh"
                                    or "fly"
                                    or "flyctl"
                                    or "heroku"
                    ) ?? (index == 0 ? FromHereDocument(command, isElsewhere: false) : null);
            }
        }

        return command.Program switch
        {
            "ssh" => FromHereDocument(command, isElsewhere: true) ?? FromRemote(words),
            "eval" when words.Count == 2 => new InnerScript(InnerText.Of(words[1]), false, command.StopsOnError),
            _ => null,
        };
    }

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
    private static InnerScript? FromRemote(IReadOnlyList<ShellWord> words)
    {
        var index = 1;
        while (index < words.Count && words[index].Literal is ['-', var letter, ..] option)
        {
            index += option.Length == 2 && "bcDEeFIiJLlmOopQRSWw".Contains(letter, StringComparison.Ordinal) ? 2 : 1;
        }

        return index + 1 == words.Count - 1 ? new InnerScript(InnerText.Of(words[index + 1]), true, false) : null;
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
