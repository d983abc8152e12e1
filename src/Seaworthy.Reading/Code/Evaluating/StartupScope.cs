using System.Collections.Frozen;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>Which functions run while a program starts, as far as their names tell.</summary>
internal static class StartupScope
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "main",
        "bootstrap",
        "start",
        "init",
        "initialize",
        "setup",
        "validate",
        "check",
        "verify",
        "ensure",
        "load",
        "require",
        "config",
        "configure",
        "env",
        "environment",
        "assert",
        "create_app",
        "createapp",
        "lifespan",
        "startup",
        "connect",
        "settings",
        "register",
        "constructor",
        "serve",
        "server",
        "run",
        "must",
        "required",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>At the top of a file, or in a function that a program calls first.</summary>
    public static bool RunsAtStart(CodeScope? scope)
    {
        for (; scope is not null; scope = scope.Parent)
        {
            if (scope is CodeFunction { Name.Length: > 0 } function)
            {
                return Names(function.Name);
            }
        }

        return true;
    }

    private static bool Names(string name)
    {
        if (Words.Contains(name))
        {
            return true;
        }

        foreach (var word in WordsOf(name))
        {
            if (Words.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> WordsOf(string name)
    {
        var start = 0;
        for (var at = 1; at <= name.Length; at++)
        {
            if (at == name.Length || name[at] == '_' || (char.IsUpper(name[at]) && !char.IsUpper(name[at - 1])))
            {
                if (at > start)
                {
                    yield return name[start..at].Trim('_');
                }

                start = at;
            }
        }
    }
}
