using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>A script of Windows as a shell of Unix would have it, as far as it calls tools that both have.</summary>
/// <remarks>Source: Microsoft Learn, "Windows commands": <c>%NAME%</c>, a caret at the end of a line, <c>@</c> before a command, <c>nul</c>.</remarks>
internal static class BatchScript
{
    private static readonly HashSet<string> Tools = new(StringComparer.OrdinalIgnoreCase)
    {
        "docker",
        "docker-compose",
        "kubectl",
        "helm",
        "terraform",
        "mvn",
        "mvnw",
        "mvnw.cmd",
        "gradle",
        "gradlew",
        "gradlew.bat",
        "npm",
        "npx",
        "yarn",
        "pnpm",
        "node",
        "python",
        "pip",
        "git",
        "dotnet",
        "go",
        "aws",
        "az",
        "gcloud",
        "curl",
    };

    private static readonly char[] EndsOfNames = [' ', '\t', '\r', '\n'];

    public static MappedText AsShell(MappedText script)
    {
        var text = script.Text;
        MappedTextBuilder shell = new(script);
        for (var at = 0; at < text.Length; )
        {
            var end = EndOfCommand(text, at);
            var start = at;
            while (start < end && text[start] is ' ' or '\t' or '@' or '\r' or '\n')
            {
                start++;
            }

            var stop = text.IndexOfAny(EndsOfNames, start);
            if (Tools.Contains(text[start..(stop < 0 || stop > end ? end : stop)].Replace('\\', '/').TrimStart('.', '/')))
            {
                Translate(text, start, end, shell);
                shell.Replace("\n", end - 1);
            }

            at = end;
        }

        return shell.Build();
    }

    /// <summary>Behind the line break that no caret takes back.</summary>
    private static int EndOfCommand(string text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '\n' && !text.AsSpan(0, at).TrimEnd('\r').EndsWith("^"))
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    private static void Translate(string text, int at, int end, MappedTextBuilder shell)
    {
        while (at < end)
        {
            if (
                text[at] == '%'
                && text.IndexOf('%', at + 1) is var close
                && close > at + 1
                && close < end
                && IsName(text.AsSpan(at + 1, close - at - 1))
            )
            {
                shell.Replace($"${{{text[(at + 1)..close]}}}", at);
                at = close + 1;
            }
            else if (text.AsSpan(at).StartsWith(">nul", StringComparison.OrdinalIgnoreCase))
            {
                shell.Replace(">/dev/null", at);
                at += ">nul".Length;
            }
            else if (text[at] is '\r' or '\n')
            {
                shell.Replace(" ", at++);
            }
            else if (text[at] is '^')
            {
                at++;
            }
            else if (text[at] == '\\' && !(at + 1 < end && text[at + 1] == '"'))
            {
                shell.Replace("/", at++);
            }
            else
            {
                shell.Copy(at, ++at);
            }
        }
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '_')
            {
                return false;
            }
        }

        return true;
    }
}
