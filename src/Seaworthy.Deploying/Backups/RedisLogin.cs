using System.Text;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Backups;

/// <summary>What the command of a container says of its Redis: a server hides its own command line from the shells beside it, so it comes from the engine, and reaches them by their environment.</summary>
internal static class RedisLogin
{
    /// <summary>The password, as a word for the shell of the container: its own command may take it from a variable or a file.</summary>
    public const string Word = "SEAWORTHY_WORD";

    /// <summary>The configuration, where the password may stand.</summary>
    public const string File = "SEAWORTHY_FILE";

    public const string Port = "SEAWORTHY_PORT";

    /// <summary>The password of the scratch container that is followed.</summary>
    public const string Token = "SEAWORTHY_TOKEN";

    public static IReadOnlyDictionary<string, string> Of(ObservedContainer container)
    {
        var words = Words([.. container.Entrypoint, .. container.Command]);
        Dictionary<string, string> said = [];
        if (After(words, "--requirepass") is { } word)
        {
            said[Word] = word;
        }

        if (words.LastOrDefault(each => Plain(each).EndsWith(".conf", StringComparison.Ordinal)) is { } file)
        {
            said[File] = Plain(file);
        }

        if (After(words, "--port") is { } port && Plain(port) is { Length: > 0 } number && number.All(char.IsAsciiDigit))
        {
            said[Port] = number;
        }

        return said;
    }

    /// <summary>Each as a shell writes it.</summary>
    private static List<string> Words(IReadOnlyList<string> command)
    {
        List<string> words = [];
        for (var at = 0; at < command.Count; at++)
        {
            var isScript = at > 0 && command[at - 1] is ['-', .., 'c'] && command[at - 1].Skip(1).All(char.IsAsciiLetterLower);
            words.AddRange(isScript ? Split(command[at]) : [ShellWords.Quote(command[at])]);
        }

        return words;
    }

    /// <summary>Words of a script with their quotes and substitutions.</summary>
    private static List<string> Split(string script)
    {
        List<string> words = [];
        StringBuilder word = new();
        var (quote, depth) = ('\0', 0);
        foreach (var letter in script)
        {
            if (quote == '\0' && depth == 0 && (char.IsWhiteSpace(letter) || letter is ';' or '&' or '|'))
            {
                Take();
                continue;
            }

            quote =
                letter == quote ? '\0'
                : quote == '\0' && letter is '"' or '\'' ? letter
                : quote;
            depth +=
                letter == '(' ? 1
                : letter == ')' && depth > 0 ? -1
                : 0;
            word.Append(letter);
        }

        Take();
        return words;

        void Take()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    private static string? After(List<string> words, string option)
    {
        var at = words.FindLastIndex(word => Plain(word) == option);
        return at >= 0 && at + 1 < words.Count ? words[at + 1] : null;
    }

    private static string Plain(string word) => word.Trim('\'', '"');
}
