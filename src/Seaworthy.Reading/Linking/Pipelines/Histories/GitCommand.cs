using Seaworthy.Model.Declared.Scripts;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Pipelines.Histories;

/// <summary>A command of git in the directory where it runs.</summary>
internal sealed record GitCommand(string Verb, IReadOnlyList<ShellWord> Arguments)
{
    /// <summary>Null for another program, and for git in another place (<c>-C</c>, <c>--git-dir</c>).</summary>
    public static GitCommand? Of(CommandLine line)
    {
        if (line.Program != "git")
        {
            return null;
        }

        var at = 0;
        while (at < line.Arguments.Count && line.Arguments[at].Literal is "--no-pager" or "-P" or "-p" or "--paginate" or "-c")
        {
            at += line.Arguments[at].Literal == "-c" ? 2 : 1;
        }

        return at < line.Arguments.Count && line.Arguments[at].Literal is [not '-', ..] and var verb
            ? new GitCommand(verb, [.. line.Arguments.Skip(at + 1)])
            : null;
    }

    public bool Has(params ReadOnlySpan<string> options)
    {
        foreach (var word in Arguments)
        {
            if (word.Literal is { } literal && options.Contains(literal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is no option, up to the paths.</summary>
    public IEnumerable<ShellWord> Operands => Arguments.TakeWhile(word => word.Literal != "--").Where(word => word.Prefix is not ['-', ..]);
}
