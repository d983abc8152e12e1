using System.CommandLine.Parsing;

namespace Seaworthy.Cli.Commands;

/// <summary>Whether options that were written have their values: to ask one for a value that it lacks is an error of ours.</summary>
internal static class OptionValues
{
    public static bool AreThere(params IReadOnlyList<OptionResult?> options) =>
        options.All(option => option is null or { Implicit: true } || option.Tokens.Count >= option.IdentifierTokenCount);
}
