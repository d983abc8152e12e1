using System.CommandLine.Parsing;
using Seaworthy.Deploying.Commands;

namespace Seaworthy.Cli.Deploying;

/// <summary>An option whose value is a command: words, which no shell reads.</summary>
internal static class CommandOption
{
    public static void Validate(OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && CommandWords.Of(text).Count == 0)
        {
            result.AddError(
                $"{result.Option.Name} takes a program with its arguments; no shell reads it, so write sh -c '…' for |, $, ; and the like."
            );
        }
    }
}
